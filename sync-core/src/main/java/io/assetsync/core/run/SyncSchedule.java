package io.assetsync.core.run;

import io.assetsync.core.run.ScheduleState.Instance;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The times at which runs start by themselves. Usable from any thread; starting and stopping are
 * idempotent, and stopping does not touch a run under way.
 */
public interface SyncSchedule {

  /** Lets runs start at their times from now on; times that passed meanwhile are not caught up. */
  void start();

  /** Keeps runs from starting by themselves, until started again. */
  void stop();

  boolean running();

  /** Returns the zone in which the times are meant. */
  ZoneId zone();

  /** Returns the next time of each entry, soonest first; empty while stopped. */
  List<UpcomingRun> upcoming();

  /** Returns the processes that take part, as they were seen last; none before it has begun. */
  List<Instance> instances();

  /**
   * An entry of the schedule and its next time.
   *
   * @param name the name of the entry, such as {@code Asset Sync 08:00}
   * @param at when it starts next, in the zone of the schedule
   * @param mode how far its runs go
   */
  record UpcomingRun(String name, ZonedDateTime at, RunMode mode) {}
}
