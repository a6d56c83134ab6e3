package io.assetsync.scheduler;

import io.assetsync.core.engine.LocalScheduleLog;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.ScheduleState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A record that several instances share, with a clock of its own, which can be told to fail. */
final class SharedLog implements ScheduleLog {

  private final ScheduleLog log = new LocalScheduleLog();
  private final Clock clock;
  private Duration ahead = Duration.ZERO;
  private boolean failing;
  private boolean failsSettling;
  private boolean joined;

  SharedLog(Clock clock) {
    this.clock = clock;
  }

  void fail(boolean now) {
    failing = now;
  }

  void failSettling(boolean now) {
    failsSettling = now;
  }

  /** Lets its clock be ahead of the others' by so much. */
  void setAhead(Duration by) {
    ahead = by;
  }

  boolean joined() {
    return joined;
  }

  ScheduleState state() {
    return log.checkIn("nobody", clock.instant());
  }

  @Override
  public Instant clock(Instant own) {
    requireThere();
    return clock.instant().plus(ahead);
  }

  @Override
  public ScheduleState join(String instance, Instant at, Duration presence) {
    requireThere();
    joined = true;
    return withClock(log.join(instance, at, presence));
  }

  @Override
  public ScheduleState checkIn(String instance, Instant at) {
    requireThere();
    return withClock(log.checkIn(instance, at));
  }

  @Override
  public void leave(String instance) {
    requireThere();
    log.leave(instance);
  }

  @Override
  public ScheduleState change(boolean running, String by, Instant at) {
    requireThere();
    return withClock(log.change(running, by, at));
  }

  @Override
  public void settle(Instant until) {
    requireThere();
    if (failsSettling) {
      throw away();
    }
    log.settle(until);
  }

  private ScheduleState withClock(ScheduleState state) {
    return new ScheduleState(
        state.running(),
        state.changedAt(),
        state.changedBy(),
        state.settledUntil(),
        state.instances(),
        clock.instant().plus(ahead));
  }

  private void requireThere() {
    if (failing) {
      throw away();
    }
  }

  private static StoreException away() {
    return new StoreException(
        StoreException.Fault.UNAVAILABLE, "the record of the schedule is away", null);
  }
}
