package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the mirror remembers. What is older is cleaned away after a run, a bounded part of it
 * each time. Present rows and the list of runs stay for ever.
 *
 * @param history earlier versions of rows, from when they became others: a day to a hundred years;
 *     empty for ever
 * @param findings what runs found in single rows, from when the run began: the same
 */
public record Retention(Optional<Duration> history, Optional<Duration> findings) {

  private static final Duration MIN = Duration.ofDays(1);
  private static final Duration MAX = Duration.ofDays(36_500);

  /** Keeps the history for ever, and findings for 90 days. */
  public static final Retention DEFAULT =
      new Retention(Optional.empty(), Optional.of(Duration.ofDays(90)));

  /** Checks every value. */
  public Retention {
    requireInBounds("history", history);
    requireInBounds("findings", findings);
  }

  private static void requireInBounds(String name, Optional<Duration> age) {
    if (requireNonNull(age, name)
        .filter(value -> value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0)
        .isPresent()) {
      throw new IllegalArgumentException(
          "%s must be kept for %d to %d days, not %s"
              .formatted(name, MIN.toDays(), MAX.toDays(), age.get()));
    }
  }
}
