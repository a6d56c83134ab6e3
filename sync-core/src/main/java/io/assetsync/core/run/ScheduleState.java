package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What all instances of a schedule share.
 *
 * @param running whether runs start at their times
 * @param changedAt when it was last started or stopped
 * @param changedBy who did that: an instance, or a person through it
 * @param settledUntil until when, inclusive, every time of the schedule has its record
 * @param instances those that have not left, in order of their names
 * @param clock what the clock that all instances share showed when this was read
 */
public record ScheduleState(
    boolean running,
    Instant changedAt,
    String changedBy,
    Instant settledUntil,
    List<Instance> instances,
    Instant clock) {

  public ScheduleState {
    requireNonNull(changedAt, "changedAt");
    requireNonNull(changedBy, "changedBy");
    requireNonNull(settledUntil, "settledUntil");
    instances = List.copyOf(instances);
    requireNonNull(clock, "clock");
  }

  /** Returns the same with every time until then settled. */
  public ScheduleState withSettled(Instant until) {
    return new ScheduleState(running, changedAt, changedBy, until, instances, clock);
  }

  /**
   * A process that takes part in the schedule.
   *
   * @param name its name, unlike that of any other
   * @param since when it joined, by the clock that all share
   * @param seen when it checked in last, by that clock
   */
  public record Instance(String name, Instant since, Instant seen) {}
}
