package io.assetsync.scheduler;

import io.assetsync.core.error.SyncException;
import io.assetsync.core.health.Health;
import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.ScheduleState;
import io.assetsync.core.run.ScheduleState.Instance;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one instance does for a schedule: it takes part, sees to the times that are due when it is
 * woken, and knows how the schedule stands without asking. It has no thread of its own.
 *
 * <p>Usable from any thread. What shows the schedule never waits for the record of it.
 */
final class TimeKeeper {

  /** For how long an instance that does not check in is taken for being there. */
  static final Duration PRESENCE = Duration.ofSeconds(30);

  /** Whoever should have seen to a time is dead if it has not after so long. */
  static final Duration OVERDUE = Duration.ofSeconds(15);

  /** How far behind now times are settled where none was due, and how often at most. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(TimeKeeper.class);

  private final Settlement settlement;
  private final String instance;
  private final Clock clock;
  private final LocalTimes times;

  private Instant joinedAt = Instant.MAX;
  private volatile @Nullable ScheduleState seen;
  private volatile Instant seenAt = Instant.MIN;
  private volatile ClockDifference difference = ClockDifference.NONE;
  private volatile @Nullable String trouble;
  private volatile boolean closed;

  TimeKeeper(Settlement settlement, String instance, Clock clock) {
    this.settlement = settlement;
    this.instance = instance;
    this.clock = clock;
    this.times = new LocalTimes(settlement.timetable().zone());
  }

  /**
   * Takes part from now on. Again it has no effect.
   *
   * @throws ClockOffException if this machine's clock is further off than the grace
   */
  synchronized void open() {
    if (closed) {
      throw new IllegalStateException("the schedule is closed");
    }
    if (seen != null) {
      return;
    }
    Instant now = now();
    compare(now, log().clock(now));
    if (difference.isTooMuch(settlement.grace())) {
      throw new ClockOffException("The schedule cannot keep its times: " + difference);
    }
    joinedAt = now;
    join(now);
  }

  private void join(Instant now) {
    ScheduleState before = log().join(instance, shared(now), PRESENCE);
    see(checkIn(now), now);
    if (!before.running() && running()) {
      giveUp(before, now, times.whileStopped(before, now));
      see(checkIn(now), now);
    }
  }

  /** Lets runs start at their times, for all instances. */
  synchronized void start() {
    open();
    Instant now = now();
    ScheduleState state = checkIn(now);
    if (!state.running()) {
      giveUp(state, now, times.whileStopped(state, now));
      log().change(true, instance, now);
    }
    see(checkIn(now), now);
  }

  /** Keeps runs from starting by themselves, for all instances. */
  synchronized void stop() {
    if (closed || seen == null) {
      return;
    }
    Instant now = now();
    ScheduleState before = log().change(false, instance, now);
    if (before.running()) {
      String reason = "the schedule was stopped by %s before it started a run".formatted(instance);
      giveUp(before, now, reason);
    }
    see(checkIn(now), now);
  }

  /** Sees to what is due. Too early or twice is harmless. */
  void wake() {
    look(Duration.ZERO);
  }

  /** Says that this instance is there, and sees to what the others have not. */
  void checkIn() {
    look(OVERDUE);
  }

  private synchronized void look(Duration patience) {
    if (closed || seen == null) {
      return;
    }
    try {
      Instant now = now();
      ScheduleState state = checkIn(now);
      if (state.instances().stream().noneMatch(other -> other.name().equals(instance))) {
        join(now);
        return;
      }
      see(state, now);
      if (!running()) {
        overcome();
      } else if (!difference.isTooMuch(settlement.grace())) {
        keepUp(state, now, trouble == null ? patience : Duration.ZERO);
      }
    } catch (RuntimeException | Error e) {
      // The threads that call this go on only if it throws nothing.
      meet(e);
    }
  }

  private void keepUp(ScheduleState state, Instant now, Duration patience) {
    Instant settled = state.settledUntil();
    Optional<Instant> next = settlement.timetable().next(settled);
    if (next.isEmpty() || next.get().isAfter(now)) {
      overcome();
      if (settled.isBefore(now.minus(MARGIN.multipliedBy(2)))) {
        // Not later: another instance, with a newer configuration, may be about to see to a time.
        log().settle(now.minus(MARGIN));
      }
    } else if (!next.get().isAfter(now.minus(patience))) {
      see(state.withSettled(settlement.settle(settled, now, whyLate(next.get(), now))), now);
      overcome();
    }
  }

  /** Takes part no more; the others go on. */
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (seen == null) {
      return;
    }
    try {
      log().leave(instance);
    } catch (SyncException e) {
      LOG.debug("This instance could not say that it ends", e);
    }
  }

  boolean running() {
    ScheduleState state = seen;
    return state != null && state.running() && !closed;
  }

  List<Instance> instances() {
    ScheduleState state = seen;
    return state == null ? List.of() : state.instances();
  }

  /** Returns the next time of each entry, soonest first; empty while stopped. */
  List<UpcomingRun> upcoming() {
    ScheduleState state = seen;
    if (state == null || !running()) {
      return List.of();
    }
    Instant now = now();
    Instant settled = state.settledUntil();
    return settlement.timetable().upcoming(settled.isAfter(now) ? settled : now);
  }

  /** Returns the first time without a record, at which to wake it; none while it is stopped. */
  Optional<Instant> next() {
    ScheduleState state = seen;
    return state == null || !running() || difference.isTooMuch(settlement.grace())
        ? Optional.empty()
        : settlement.timetable().next(state.settledUntil());
  }

  Health health() {
    ScheduleState state = seen;
    if (state == null || closed) {
      return Health.down("this instance takes no part in the schedule");
    }
    String held = trouble;
    if (held != null) {
      return Health.down("the schedule is held up: " + held);
    }
    if (difference.isRemarkable()) {
      return Health.down(difference.toString());
    }
    if (seenAt.isBefore(now().minus(PRESENCE.multipliedBy(2)))) {
      return Health.down("the schedule has not been looked after since " + times.of(seenAt));
    }
    if (!state.running()) {
      return Health.up(
          "stopped at %s by %s".formatted(times.of(state.changedAt()), state.changedBy()));
    }
    return Health.up(
        upcoming().stream()
            .findFirst()
            .map(run -> "next is %s of %s".formatted(run.name(), run.at().toOffsetDateTime()))
            .orElse("no entry has a time left"));
  }

  private void see(ScheduleState state, Instant now) {
    compare(now, state.clock());
    ScheduleState before = seen;
    if (before != null && before.running() != state.running()) {
      LOG.info(
          "The schedule was {} by {}", state.running() ? "started" : "stopped", state.changedBy());
    }
    seen = state;
    seenAt = now;
  }

  private void compare(Instant before, Instant shared) {
    ClockDifference now = ClockDifference.of(before, shared, clock.instant());
    if (now.isRemarkable() && !difference.isRemarkable()) {
      LOG.warn("The schedule may be off: {}", now);
    }
    difference = now;
  }

  private void meet(Throwable failure) {
    if (trouble == null && failure instanceof SyncException) {
      LOG.error("The schedule is held up and tries again: {}", failure.getMessage());
    } else if (trouble == null) {
      LOG.error("The schedule is held up and tries again", failure);
    }
    String message = failure.getMessage();
    trouble = message == null ? failure.getClass().getSimpleName() : message;
  }

  private void overcome() {
    if (trouble != null) {
      LOG.info("The schedule goes on");
    }
    trouble = null;
  }

  private String whyLate(Instant first, Instant now) {
    if (trouble != null) {
      return "it could not be started in time: " + trouble;
    }
    if (first.isBefore(joinedAt)) {
      return "no instance was running, or none reached the database, when it was due";
    }
    return times.noticedLate(now, settlement.grace());
  }

  private ScheduleState checkIn(Instant now) {
    return log().checkIn(instance, shared(now));
  }

  /** Records what has come, also by the shared clock, as missed. */
  private void giveUp(ScheduleState state, Instant now, String reason) {
    Instant until = now.isBefore(state.clock()) ? now : state.clock();
    settlement.giveUp(state.settledUntil(), until, reason);
  }

  /** Whether an instance is there is told by the clock that all share. */
  private Instant shared(Instant now) {
    return now.minus(difference.ahead());
  }

  private ScheduleLog log() {
    return settlement.log();
  }

  /** The record may round what is finer, and so reach a time that has not come. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
