package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RetentionTest {

  @Test
  void defaults_keepTheHistory() {
    assertThat(Retention.DEFAULT)
        .isEqualTo(new Retention(Optional.empty(), Optional.of(Duration.ofDays(90))));
  }

  @Test
  void ages_areBounded() {
    Optional<Duration> none = Optional.empty();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention(Optional.of(Duration.ofHours(23)), none))
        .withMessage("history must be kept for 1 to 36500 days, not PT23H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Retention(none, Optional.of(Duration.ofDays(36_501))))
        .withMessageStartingWith("findings must be kept for 1 to 36500 days");
  }
}
