package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunProgress.Step;
import io.assetsync.core.run.RunProgress.TypeProgress;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

  /** Two types: one has been read and had 100 rows of 80 expected, the other is being read. */
  @ParameterizedTest
  @CsvSource({
    // seconds elapsed, rows read, rows expected, seconds left
    "100, 100, 200, 50",
    "100, 0, 300, 300",
    "10, 899, 900, 0.01001",
    "4, 100, 200, -1",
    "100, 0, 2000, -1",
    "100, 200, 200, -1",
    "100, 300, 200, -1",
    "100, 100, -1, -1",
  })
  void time_isEstimatedByTheShareOfRows(int elapsed, long rows, long expected, double secondsLeft) {
    assertThat(
            TimeLeft.of(progress(Phase.READING, rows, expected), Duration.ofSeconds(elapsed))
                .map(left -> left.toMillis() / 1000.0)
                .orElse(-1.0))
        .isCloseTo(secondsLeft, offset(0.001));
  }

  @Test
  void time_isNotKnownAfterTheReading() {
    assertThat(TimeLeft.of(progress(Phase.PLANNING, 100, 200), Duration.ofMinutes(1))).isEmpty();
  }

  private static RunProgress progress(Phase phase, long rows, long expected) {
    return new RunProgress(
        new RunId(1),
        phase,
        Samples.NOON,
        List.of(type("company", Step.READ, 100, 80), type("asset", Step.READING, rows, expected)));
  }

  private static TypeProgress type(String name, Step step, long rows, long expected) {
    OptionalLong known = expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected);
    return new TypeProgress(name, step, 1, rows, known, 1, Duration.ZERO);
  }
}
