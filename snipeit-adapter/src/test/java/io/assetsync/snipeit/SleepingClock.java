package io.assetsync.snipeit;

import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Waiting that moves a clock instead of taking time, and remembers how long it was to last. */
final class SleepingClock implements Waiting.Sleeper {

  private final SteppingClock clock = SteppingClock.standing(Instant.parse("2026-01-01T08:00:00Z"));
  private final List<Duration> sleeps = new ArrayList<>();
  private Runnable beforeSleep = () -> {};

  /** Does something before each sleep. */
  synchronized void beforeSleep(Runnable action) {
    beforeSleep = action;
  }

  @Override
  public synchronized void sleep(Duration time) {
    beforeSleep.run();
    sleeps.add(time);
    clock.advance(time);
  }

  SteppingClock clock() {
    return clock;
  }

  /** Returns waiting by this clock, in which random spreads nothing. */
  Waiting waiting() {
    return new Waiting(clock, this, () -> 1);
  }

  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
