package io.assetsync.scheduler;

import io.assetsync.core.run.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A run that reads changes, once in a while, counted from midnight UTC. */
record IntervalEntry(Duration interval) implements ScheduleEntry {

  private static final Duration MIN = Duration.ofMinutes(1);
  private static final Duration MAX = Duration.ofDays(1);

  IntervalEntry {
    boolean isWholeMinutes = interval.equals(interval.truncatedTo(ChronoUnit.MINUTES));
    if (!isWholeMinutes || interval.compareTo(MIN) < 0 || interval.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          "the interval must be whole minutes, from one minute to 24 hours, not " + interval);
    }
  }

  @Override
  public String name() {
    long minutes = interval.toMinutes();
    return "Asset Sync every " + (minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m");
  }

  @Override
  public RunMode mode() {
    return RunMode.CHANGES;
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone) {
    Instant midnight = after.truncatedTo(ChronoUnit.DAYS);
    long passed = Duration.between(midnight, after).dividedBy(interval);
    Instant next = midnight.plus(interval.multipliedBy(passed + 1));
    Instant tomorrow = midnight.plus(MAX);
    return Optional.of(next.isBefore(tomorrow) ? next : tomorrow);
  }
}
