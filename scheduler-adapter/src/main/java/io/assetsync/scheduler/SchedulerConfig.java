package io.assetsync.scheduler;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When runs start by themselves.
 *
 * @param times the times of every day, at least one, each once, in whole minutes; kept in order
 * @param zone where the times are meant
 * @param grace how late a run may still start, from one second to a day; what is later is missed
 */
public record SchedulerConfig(List<LocalTime> times, ZoneId zone, Duration grace) {

  /** 08:00, 12:00, 16:00 and 20:00. */
  public static final List<LocalTime> DEFAULT_TIMES =
      List.of(LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(16, 0), LocalTime.of(20, 0));

  /** Five minutes. */
  public static final Duration DEFAULT_GRACE = Duration.ofMinutes(5);

  private static final Duration MIN_GRACE = Duration.ofSeconds(1);
  private static final Duration MAX_GRACE = Duration.ofDays(1);

  public SchedulerConfig {
    times = List.copyOf(times).stream().sorted().toList();
    requireNonNull(zone, "zone");
    requireNonNull(grace, "grace");
    if (times.isEmpty()) {
      throw new IllegalArgumentException("a schedule needs at least one time, such as 08:00");
    }
    for (int i = 0; i < times.size(); i++) {
      requireWholeMinutes(times.get(i));
      if (i > 0 && times.get(i).equals(times.get(i - 1))) {
        throw new IllegalArgumentException("the time " + times.get(i) + " is listed twice");
      }
    }
    if (grace.compareTo(MIN_GRACE) < 0 || grace.compareTo(MAX_GRACE) > 0) {
      throw new IllegalArgumentException(
          "the grace must be from one second to one day, not " + grace);
    }
  }

  /** Returns the default times and grace in the given zone. */
  public static SchedulerConfig standard(ZoneId zone) {
    return new SchedulerConfig(DEFAULT_TIMES, zone, DEFAULT_GRACE);
  }

  private static void requireWholeMinutes(LocalTime time) {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("a time is given in whole minutes, not as " + time);
    }
  }
}
