package io.assetsync.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyLimitsTest {

  @Test
  void defaults_areAsDocumented() {
    assertThat(PolicyLimits.DEFAULT).isEqualTo(new PolicyLimits(0.01, 20, 0.05));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void share_isFromZeroToOne(double share) {
    assertThatCode(() -> new PolicyLimits(share, 0, share)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void share_isNothingElse(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PolicyLimits(share, 0, 0))
        .withMessage("absentShare must be from 0 to 1, not " + share);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PolicyLimits(0, 0, share))
        .withMessage("rejectedShare must be from 0 to 1, not " + share);
  }

  @Test
  void floor_isNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PolicyLimits(0, -1, 0))
        .withMessage("absentFloor must be 0 or more, not -1");
  }
}
