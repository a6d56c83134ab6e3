package io.assetsync.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownSecretsTest {

  private final KnownSecrets secrets = new KnownSecrets();

  @ParameterizedTest
  @CsvSource({
    "hush-hush-hush, a hush-hush-hush b, a *** b",
    "hush-hush-hush, ahush-hush-hushb, a***b",
    "pass(w.rd*[]x, =pass(w.rd*[]x., =***.",
    "p%40ss/word/x y, p%2540ss%2Fword%2Fx+y, ***",
    "postgres, jdbc:postgresql://h, jdbc:postgresql://h",
    "postgres, password postgres., password ***.",
    "abc, abc, abc"
  })
  void secret_isReplaced(String secret, String text, String shown) {
    secrets.add(List.of(secret));

    assertThat(secrets.hidden(text)).isEqualTo(shown);
  }

  @Test
  void longerSecret_isReplacedWhole() {
    secrets.add(List.of("first-secret-a", "first-secret-a-and-more"));

    assertThat(secrets.hidden("first-secret-a-and-more")).isEqualTo("***");
  }

  @Test
  void withoutSecrets_textsStay() {
    secrets.add(List.of(""));

    assertThat(secrets.hidden("text $1 \\")).isEqualTo("text $1 \\");
  }
}
