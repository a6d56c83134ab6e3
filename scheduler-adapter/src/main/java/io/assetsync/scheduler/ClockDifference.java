package io.assetsync.scheduler;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this machine's clock is ahead of the one that all instances share.
 *
 * @param ahead negative if it is behind; zero if that is not certain
 */
record ClockDifference(Duration ahead) {

  static final ClockDifference NONE = new ClockDifference(Duration.ZERO);

  /** What two machines may differ by without a word. */
  private static final Duration ORDINARY = Duration.ofSeconds(5);

  /**
   * @param before what this machine's clock showed before the other was read
   * @param after and what it showed then
   */
  static ClockDifference of(Instant before, Instant shared, Instant after) {
    if (before.isAfter(shared)) {
      return new ClockDifference(Duration.between(shared, before));
    }
    return after.isBefore(shared) ? new ClockDifference(Duration.between(shared, after)) : NONE;
  }

  boolean isRemarkable() {
    return ahead.abs().compareTo(ORDINARY) > 0;
  }

  /** Tells whether times would be started that are not due, or those that are due be missed. */
  boolean isTooMuch(Duration grace) {
    return isRemarkable() && ahead.abs().compareTo(grace) > 0;
  }

  /** Says it in a sentence, with what to do. */
  @Override
  public String toString() {
    return "this machine's clock is %d s %s that of the database's server; let a time server set both"
        .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
  }
}
