package io.assetsync.scheduler;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.run.RunMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Runs at the times of a cron expression. */
record CronEntry(String name, RunMode mode, Cron cron) implements ScheduleEntry {

  CronEntry {
    requireNonNull(cron, "cron");
    if (name.isBlank()) {
      throw new IllegalArgumentException("an entry of the schedule needs a name, or none at all");
    }
    if (mode != RunMode.FULL && mode != RunMode.CHANGES) {
      throw new IllegalArgumentException(
          "a schedule starts full runs or runs that read changes, not " + mode.code());
    }
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone) {
    return cron.first(after, zone);
  }
}
