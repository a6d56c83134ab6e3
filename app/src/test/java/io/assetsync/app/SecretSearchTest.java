package io.assetsync.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretSearchTest {

  private static final String SECRET = SecretSearch.MARK + "/of nobody";

  @Test
  void secret_isFoundAmongOtherLines() {
    String text = "first\n12:00 INFO signed in with " + SECRET + ", fine\nlast";

    assertThat(SecretSearch.linesWith(List.of("other", SECRET), text))
        .containsExactly("12:00 INFO signed in with " + SECRET + ", fine");
    assertThat(SecretSearch.linesWithMark(text)).hasSize(1);
  }

  @Test
  void secretInAUrl_isFound() {
    assertThat(found("http://h/" + SecretSearch.MARK + "%2Fof+nobody?a=b")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "me", "you", "user"})
  void secretInBase64_isFound(String before) {
    String header = Base64.getEncoder().encodeToString((before + SECRET + ":x").getBytes(UTF_8));

    assertThat(found("Authorization: Basic " + header)).isTrue();
    assertThat(SecretSearch.linesWithMark(header)).hasSize(1);
  }

  @Test
  void signedToken_isFound() {
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

    assertThat(SecretSearch.linesWithMark("GET /?access=" + token)).hasSize(1);
  }

  @Test
  void otherText_isLeftAlone() {
    assertThat(found("SNIPEIT_TOKEN = *** (.env line 3)")).isFalse();
    assertThat(SecretSearch.linesWithMark("SNIPEIT_TOKEN = *** (.env line 3)")).isEmpty();
  }

  private static boolean found(String line) {
    return !SecretSearch.linesWith(List.of(SECRET), line).isEmpty();
  }
}
