package io.assetsync.http;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How JSON shows times. */
final class Views {

  private Views() {}

  /** Returns an instant to the millisecond. */
  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Returns seconds to the millisecond; clocks that disagree do not make them negative. */
  static double seconds(Duration duration) {
    return Math.max(0, duration.toMillis()) / 1000.0;
  }
}
