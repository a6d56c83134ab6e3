package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskingTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:hush@h/d, postgresql://u:***@h/d",
    "postgresql://u:hu@sh/hush@h/d, postgresql://u:***@h/d",
    "postgresql://u@h/d, postgresql://u@h/d",
    "postgresql://h:5432/d, postgresql://h:5432/d",
    "jdbc:postgresql://h/d?user=u&password=hush&ssl=true, jdbc:postgresql://h/d?user=u&password=***&ssl=true",
    "postgresql://u:hush@h/d?sslpassword=hush, postgresql://u:***@h/d?sslpassword=***",
    "http://u:hush@proxy:3128, http://u:***@proxy:3128",
    "u:hush@proxy:3128, u:***@proxy:3128"
  })
  void passwords_areMasked(String value, String shown) {
    assertThat(Masking.PASSWORDS.shown(value)).isEqualTo(shown);
  }

  @Test
  void all_showsOnlyWhetherThereIsSomething() {
    assertThat(Masking.ALL.shown("hush")).isEqualTo("***");
    assertThat(Masking.ALL.shown("")).isEmpty();
  }

  @Test
  void all_hidesAlsoWhatIsShownWithoutNameOrHost() {
    assertThat(Masking.ALL.secrets("ops:aaaabbbbccccdddd, eeeeffffgggghhhh"))
        .contains("ops:aaaabbbbccccdddd", "aaaabbbbccccdddd", "eeeeffffgggghhhh");
    assertThat(Masking.ALL.secrets("https://hooks.example.org/services/T0/aaaabbbbccccdddd?k=1"))
        .contains("/services/T0/aaaabbbbccccdddd?k=1", "aaaabbbbccccdddd")
        .noneMatch(secret -> "hooks.example.org".contains(secret));
  }

  @Test
  void none_showsAll() {
    assertThat(Masking.NONE.shown("8000")).isEqualTo("8000");
  }
}
