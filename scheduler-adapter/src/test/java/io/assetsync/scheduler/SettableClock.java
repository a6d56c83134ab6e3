package io.assetsync.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set; usable from any thread. */
final class SettableClock extends Clock {

  private volatile Instant now;

  SettableClock(String now) {
    this.now = Instant.parse(now);
  }

  void set(Instant instant) {
    now = instant;
  }

  void set(String instant) {
    set(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a clock for instants");
  }

  /** Returns a clock that runs with the system's and shows the given instant now. */
  static Clock running(Instant instant) {
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), instant));
  }
}
