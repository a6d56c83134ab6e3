package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a receiver may take.
 *
 * @param connect until the connection is there
 * @param read the longest silence
 * @param total the whole of an attempt, however steadily an answer comes
 */
record Limits(Duration connect, Duration read, Duration total) {

  static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));

  Limits {
    requireNonNull(connect, "connect");
    requireNonNull(read, "read");
    requireNonNull(total, "total");
  }
}
