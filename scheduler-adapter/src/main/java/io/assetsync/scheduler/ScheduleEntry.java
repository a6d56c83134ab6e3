package io.assetsync.scheduler;

import io.assetsync.core.run.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A rule by which runs start. Where the clocks are put forward over a wall time, it means the
 * instant of the change; where they are put back and show it twice, the first.
 */
public sealed interface ScheduleEntry permits DailyEntry, CronEntry, IntervalEntry {

  /** Returns what it is called, in the record and to people. */
  String name();

  /** Returns how far its runs go: {@link RunMode#FULL} or {@link RunMode#CHANGES}. */
  RunMode mode();

  /** Returns its first time after an instant, or empty if there is none any more. */
  Optional<Instant> next(Instant after, ZoneId zone);

  /**
   * Returns the entry {@code Asset Sync HH:MM}, which is for a full run at that time of every day.
   *
   * @throws IllegalArgumentException if the time is not in whole minutes
   */
  static ScheduleEntry daily(LocalTime time) {
    return new DailyEntry(time);
  }

  /** Returns the entry {@code Asset Sync EXPRESSION}, otherwise as the other method of the name. */
  static ScheduleEntry cron(RunMode mode, String expression) {
    Cron cron = Cron.parse(expression);
    return new CronEntry("Asset Sync " + cron, mode, cron);
  }

  /**
   * Returns an entry of a cron expression: the five fields of Unix, minute first, or the six or
   * seven of Quartz, second first.
   *
   * @throws IllegalArgumentException if the expression is wrong or has no time in the future, or
   *     runs of this mode cannot start by themselves
   */
  static ScheduleEntry cron(String name, RunMode mode, String expression) {
    return new CronEntry(name, mode, Cron.parse(expression));
  }

  /**
   * Returns the entry {@code Asset Sync every 15m}, say, which is for reading changes only, from
   * midnight UTC on.
   *
   * @param interval whole minutes, one minute to a day
   * @throws IllegalArgumentException if it is something else
   */
  static ScheduleEntry changesEvery(Duration interval) {
    return new IntervalEntry(interval);
  }
}
