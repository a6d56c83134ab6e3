package io.assetsync.http;

import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunProgress.Step;
import io.assetsync.core.run.RunProgress.TypeProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Estimates how long a run will still read, from the share of the expected rows that have come.
 *
 * <p>Nothing is said where it would be a guess: before a twentieth and five seconds of reading,
 * where it is not known how much there is to read, when more has come than was expected, and after
 * the reading, since publishing depends on what has changed.
 */
final class TimeLeft {

  private static final double MIN_SHARE = 0.05;
  private static final Duration MIN_ELAPSED = Duration.ofSeconds(5);

  private TimeLeft() {}

  /**
   * @param elapsed since the start of the run
   */
  static Optional<Duration> of(RunProgress progress, Duration elapsed) {
    List<TypeProgress> types = progress.types();
    boolean known =
        types.stream()
            .allMatch(type -> type.step() == Step.READ || type.expectedRows().isPresent());
    if (progress.phase() != Phase.READING || !known || elapsed.compareTo(MIN_ELAPSED) < 0) {
      return Optional.empty();
    }
    double read = types.stream().mapToLong(TypeProgress::rows).sum();
    double total = types.stream().mapToLong(TimeLeft::total).sum();
    if (read >= total || read < total * MIN_SHARE) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * (total - read) / read)));
  }

  /** A type that has been read has no more rows than came, whatever was expected. */
  private static long total(TypeProgress type) {
    return type.step() == Step.READ ? type.rows() : type.expectedRows().orElse(0);
  }
}
