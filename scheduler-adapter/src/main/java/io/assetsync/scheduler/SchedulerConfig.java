package io.assetsync.scheduler;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When runs start by themselves. All instances of a schedule have the same.
 *
 * @param entries at least one; their names differ
 * @param zone where wall times are meant
 * @param grace how late a run may still start, from one second to a day; what is later is missed
 */
public record SchedulerConfig(List<ScheduleEntry> entries, ZoneId zone, Duration grace) {

  /** 08:00, 12:00, 16:00 and 20:00. */
  public static final List<LocalTime> DEFAULT_TIMES =
      List.of(LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(16, 0), LocalTime.of(20, 0));

  /** Five minutes. */
  public static final Duration DEFAULT_GRACE = Duration.ofMinutes(5);

  private static final Duration MIN_GRACE = Duration.ofSeconds(1);
  private static final Duration MAX_GRACE = Duration.ofDays(1);

  public SchedulerConfig {
    entries = List.copyOf(entries);
    requireNonNull(zone, "zone");
    requireNonNull(grace, "grace");
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a schedule needs at least one time, such as 08:00");
    }
    requireDifferentNames(entries);
    if (grace.compareTo(MIN_GRACE) < 0 || grace.compareTo(MAX_GRACE) > 0) {
      throw new IllegalArgumentException(
          "the grace must be from one second to one day, not " + grace);
    }
  }

  /** Returns a schedule of full runs at times of every day, with the default grace. */
  public static SchedulerConfig daily(List<LocalTime> times, ZoneId zone) {
    return new SchedulerConfig(
        times.stream().map(ScheduleEntry::daily).toList(), zone, DEFAULT_GRACE);
  }

  /** Returns the default times and grace in the given zone. */
  public static SchedulerConfig standard(ZoneId zone) {
    return daily(DEFAULT_TIMES, zone);
  }

  /** Returns the same entries with another grace. */
  public SchedulerConfig withGrace(Duration newGrace) {
    return new SchedulerConfig(entries, zone, newGrace);
  }

  private static void requireDifferentNames(List<ScheduleEntry> entries) {
    Set<String> names = new HashSet<>();
    for (ScheduleEntry entry : entries) {
      if (!names.add(entry.name())) {
        throw new IllegalArgumentException(
            "two entries of the schedule are named \"%s\"; leave one out or name it otherwise"
                .formatted(entry.name()));
      }
    }
  }
}
