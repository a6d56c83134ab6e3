package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to {@code /users/me}, in the forms that versions give it. */
final class TokenUserDecoderTest {

  @Test
  void user_hasCompanyGroupsAndPermissions() throws IOException {
    TokenUser user =
        decode(
            """
            {"id":7,"username":"a&amp;b","company":{"id":3,"name":"Acme"},
             "groups":{"total":2,"rows":[{"id":9,"name":"x"},{"id":4,"name":"y"}]},
             "permissions":{"assets.view":1,"users.view":"1","admin":0,"licenses.keys":-1}}
            """);

    assertThat(user)
        .isEqualTo(
            new TokenUser(
                7,
                "a&b",
                List.of(3L),
                List.of(4L, 9L),
                Map.of("assets.view", 1, "users.view", 1, "admin", 0, "licenses.keys", -1)));
  }

  @Test
  void severalCompanies_areAllRead() throws IOException {
    TokenUser user =
        decode("{\"id\":7,\"company\":{\"id\":3},\"companies\":[{\"id\":5},{\"id\":3}]}");

    assertThat(user.companies()).containsExactly(3L, 5L);
  }

  @Test
  void userWithNothing_isRead() throws IOException {
    TokenUser user = decode("{\"id\":7,\"company\":null,\"groups\":null,\"permissions\":[]}");

    assertThat(user).isEqualTo(new TokenUser(7, "", List.of(), List.of(), Map.of()));
    assertThat(user.company()).isEqualTo("no company");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"superuser", "admin", "licenses.keys", "licenses.create", "licenses.edit"})
  void productKeys_areSeenWithAnyOfSeveralRights(String permission) {
    assertThat(having(permission).seesProductKeys()).isTrue();
    assertThat(having("licenses.view").seesProductKeys()).isFalse();
  }

  @Test
  void encryptedFields_areSeenBySuperusersAndWithTheirOwnRight() {
    assertThat(having("superuser").seesEncryptedFields()).isTrue();
    assertThat(having("assets.view.encrypted_custom_fields").seesEncryptedFields()).isTrue();
    assertThat(having("admin").seesEncryptedFields()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"id\":null}",
        "{\"id\":0}",
        "{\"status\":\"error\",\"messages\":1}"
      })
  void answerWithoutAUser_isNone(String body) {
    assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> decode(body));
  }

  private static TokenUser having(String permission) {
    return new TokenUser(1, "", List.of(), List.of(), Map.of(permission, 1));
  }

  private static TokenUser decode(String body) throws IOException {
    return new TokenUserDecoder().decode(body.getBytes(StandardCharsets.UTF_8));
  }
}
