package io.assetsync.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait between attempts: six attempts within an hour, the waits up to a fifth longer or
 * shorter by chance, so that many senders do not come back together. What the receiver asks for is
 * honoured where it is longer, up to {@link #LONGEST}.
 */
final class Backoff {

  static final Duration LONGEST = Duration.ofMinutes(30);

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(4),
          Duration.ofMinutes(12),
          Duration.ofMinutes(30));

  private static final double SPREAD = 0.2;

  private final DoubleSupplier chance;

  /**
   * @param chance gives numbers from 0 to 1
   */
  Backoff(DoubleSupplier chance) {
    this.chance = chance;
  }

  /**
   * Returns how long to wait for the next attempt, or empty if there is to be none.
   *
   * @param attempts how many there were
   */
  Optional<Duration> after(int attempts, Reply reply) {
    if (reply.status() != Reply.Status.NOT_NOW || attempts > WAITS.size()) {
      return Optional.empty();
    }
    double factor = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
    Duration wait = Duration.ofMillis((long) (WAITS.get(attempts - 1).toMillis() * factor));
    Duration wished = reply.retryAfter().orElse(Duration.ZERO);
    Duration honoured = wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    return Optional.of(honoured.compareTo(wait) > 0 ? honoured : wait);
  }
}
