package io.assetsync.core.testing;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that moves when it is told to and, if so made, a step after each reading. Usable from any
 * thread.
 */
public final class SteppingClock extends Clock {

  private final AtomicReference<Instant> now;
  private final Duration step;
  private final ZoneId zone;

  private SteppingClock(AtomicReference<Instant> now, Duration step, ZoneId zone) {
    this.now = now;
    this.step = step;
    this.zone = zone;
  }

  /** Returns a clock in UTC that moves by itself with each reading. */
  public static SteppingClock stepping(Instant start, Duration step) {
    return new SteppingClock(
        new AtomicReference<>(requireNonNull(start, "start")),
        requireNonNull(step, "step"),
        ZoneOffset.UTC);
  }

  /** Returns a clock in UTC that moves only when it is told to. */
  public static SteppingClock standing(Instant start) {
    return stepping(start, Duration.ZERO);
  }

  /** Moves the clock, and those made from it by {@link #withZone}. */
  public void advance(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  @Override
  public Instant instant() {
    return now.getAndUpdate(time -> time.plus(step));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public SteppingClock withZone(ZoneId newZone) {
    return new SteppingClock(now, step, newZone);
  }
}
