package io.assetsync.snipeit.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
final class SteppingClock extends Clock {

  private volatile Instant now;
  private volatile ZoneId zone;

  SteppingClock(String now) {
    this(Instant.parse(now), ZoneOffset.UTC);
  }

  private SteppingClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  void step(Duration duration) {
    now = now.plus(duration);
  }

  void move(ZoneId other) {
    zone = other;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public SteppingClock withZone(ZoneId other) {
    return new SteppingClock(now, other);
  }
}
