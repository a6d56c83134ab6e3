package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.RunTimeoutException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExitCodeTest {

  private static final Instant NOW = Instant.parse("2025-01-31T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "APPLIED, 0",
    "UNCHANGED, 0",
    "PREVIEWED, 0",
    "HELD, 5",
    "REFUSED, 5",
    "SKIPPED, 6",
    "MISSED, 6",
    "CANCELLED, 130",
    "INTERRUPTED, 31"
  })
  void outcome_hasItsNumber(Outcome outcome, int number) {
    assertThat(ExitCode.of(report(outcome, Optional.empty())).number()).isEqualTo(number);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new SourceException(SourceException.Fault.REFUSED, "no"), 3),
        Arguments.of(new RunTimeoutException(Duration.ofHours(3)), 3),
        Arguments.of(new StoreException(StoreException.Fault.UNAVAILABLE, "no", null), 4),
        Arguments.of(new IllegalStateException("a defect"), 31));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failedRun_hasTheNumberOfWhoeverIsToBlame(Exception thrown, int number) {
    RunReport report = report(Outcome.FAILED, Optional.of(Failure.of(thrown)));

    assertThat(ExitCode.of(report).number()).isEqualTo(number);
    assertThat(ExitCode.of(thrown).number()).isEqualTo(number);
  }

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(new InvalidConfigurationException(List.of("wrong")), 2),
        Arguments.of(new RunInProgressException(Optional.of(new RunId(1))), 6),
        Arguments.of(new RunCancelledException(), 130));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void exception_hasItsNumber(Exception thrown, int number) {
    assertThat(ExitCode.of(thrown).number()).isEqualTo(number);
  }

  private static RunReport report(Outcome outcome, Optional<Failure> failure) {
    return new RunReport(
        new RunId(1),
        RunRequest.full("test"),
        NOW,
        Optional.of(NOW),
        outcome,
        List.of(),
        List.of(),
        failure,
        Map.of());
  }
}
