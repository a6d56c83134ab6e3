package io.assetsync.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values: keys, run numbers, life cycles, JSON, secrets. */
final class ValuesTest {

  @Test
  void keys_areOrderedAndShownAsNumbers() {
    assertThat(new EntityKey(2)).isLessThan(new EntityKey(10));
    assertThat(new EntityKey(2)).isEqualByComparingTo(new EntityKey(2));
    assertThat(new EntityKey(10)).hasToString("10");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void runId_isPositive(long value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunId(value))
        .withMessage("a run id is positive, not " + value);
  }

  @Test
  void runId_isShownAsANumber() {
    assertThat(new RunId(1)).hasToString("1");
  }

  @ParameterizedTest
  @EnumSource(LifeCycle.class)
  void lifeCycle_isFoundByItsCode(LifeCycle lifeCycle) {
    assertThat(lifeCycle.code()).isLowerCase();
    assertThat(LifeCycle.ofCode(lifeCycle.code())).isEqualTo(lifeCycle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ACTIVE", "lost"})
  void lifeCycle_refusesAnUnknownCode(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LifeCycle.ofCode(code))
        .withMessage("unknown life cycle '" + code + "'");
  }

  @Test
  void json_isItsText() {
    assertThat(new Json("{\"a\":1}")).hasToString("{\"a\":1}").isEqualTo(new Json("{\"a\":1}"));
    assertThatNullPointerException().isThrownBy(() -> new Json(null)).withMessage("text");
  }

  @Test
  void valueType_hasANameAndAClass() {
    assertThat(ValueType.REFERENCE).hasToString("reference");
    assertThat(ValueType.REFERENCE.javaType()).isEqualTo(Long.class);
  }

  @Test
  void secret_isShownOnlyByReveal() {
    Secret secret = new Secret("hunter2");

    assertThat(secret.reveal()).isEqualTo("hunter2");
    assertThat(secret).hasToString("***");
    assertThat(String.format("%s", secret)).doesNotContain("hunter2");
  }

  @Test
  void secret_equalsOneOfTheSameText() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
    assertThat(new Secret("a")).isNotEqualTo(new Secret("b"));
    assertThat(new Secret("").isEmpty()).isTrue();
    assertThat(new Secret("a").isEmpty()).isFalse();
  }
}
