package io.assetsync.scheduler;

import io.assetsync.core.run.RunMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A full run at one time of every day. */
record DailyEntry(LocalTime time) implements ScheduleEntry, WallTimes {

  DailyEntry {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("a time is given in whole minutes, not as " + time);
    }
  }

  @Override
  public String name() {
    return "Asset Sync " + time;
  }

  @Override
  public RunMode mode() {
    return RunMode.FULL;
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone) {
    return first(after, zone);
  }

  @Override
  public Optional<LocalDateTime> next(LocalDateTime after) {
    LocalDateTime sameDay = after.toLocalDate().atTime(time);
    return Optional.of(sameDay.isAfter(after) ? sameDay : sameDay.plusDays(1));
  }
}
