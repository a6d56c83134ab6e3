package io.assetsync.snipeit;

import io.assetsync.core.error.RunCancelledException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * Time, and the letting pass of it. Usable from any thread.
 *
 * <p>A test hands in a clock and a sleeper that steps it.
 */
final class Waiting {

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  private final Clock clock;
  private final Sleeper sleeper;
  private final DoubleSupplier random;
  private final AtomicLong waitedNanos = new AtomicLong();

  /**
   * @param random numbers from 0 to 1, to spread repeated calls
   */
  Waiting(Clock clock, Sleeper sleeper, DoubleSupplier random) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
  }

  Clock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Returns a part of the given time, from a half of it to the whole. */
  Duration spread(Duration time) {
    return Duration.ofMillis(Math.round(time.toMillis() * (0.5 + random.getAsDouble() / 2)));
  }

  /**
   * Waits.
   *
   * @throws RunCancelledException if the thread is interrupted; it stays so
   */
  void await(Duration time) {
    if (time.isZero() || time.isNegative()) {
      return;
    }
    try {
      sleeper.sleep(time);
      waitedNanos.addAndGet(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunCancelledException();
    }
  }

  /** Returns the time spent waiting so far. */
  Duration waited() {
    return Duration.ofNanos(waitedNanos.get());
  }
}
