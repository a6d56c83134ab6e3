package io.assetsync.scheduler;

import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The instants that the times of a schedule stand for. Pure arithmetic, usable from any thread.
 *
 * <p>Every time stands for one instant of every day. Where the clocks are put forward over it, that
 * is the instant of the change; where they are put back and show it twice, the first.
 */
record Timetable(List<LocalTime> times, ZoneId zone) {

  /** Returns the first instant of each time after the given one, soonest first. */
  List<UpcomingRun> upcoming(Instant after) {
    return times.stream()
        .map(time -> next(time, after))
        .sorted(Comparator.comparing(UpcomingRun::at))
        .toList();
  }

  /** Returns the first instant of any time after the given one. */
  Instant next(Instant after) {
    return upcoming(after).get(0).at().toInstant();
  }

  /** Returns what is due after one instant and until another, that one included, in order. */
  List<UpcomingRun> due(Instant after, Instant until) {
    if (!until.isAfter(after)) {
      return List.of();
    }
    LocalDate end = dateOf(until).plusDays(1);
    return dateOf(after)
        .minusDays(1)
        .datesUntil(end)
        .flatMap(date -> times.stream().map(time -> on(date, time)))
        .filter(run -> run.at().toInstant().isAfter(after))
        .filter(run -> !run.at().toInstant().isAfter(until))
        .sorted(Comparator.comparing(UpcomingRun::at))
        .toList();
  }

  private UpcomingRun next(LocalTime time, Instant after) {
    return Stream.iterate(dateOf(after).minusDays(1), date -> date.plusDays(1))
        .map(date -> on(date, time))
        .filter(run -> run.at().toInstant().isAfter(after))
        .findFirst()
        .orElseThrow();
  }

  private UpcomingRun on(LocalDate date, LocalTime time) {
    return new UpcomingRun("Asset Sync " + time, at(date.atTime(time)), RunMode.FULL);
  }

  private ZonedDateTime at(LocalDateTime wall) {
    ZoneOffsetTransition change = zone.getRules().getTransition(wall);
    return change != null && change.isGap()
        ? change.getInstant().atZone(zone)
        : wall.atZone(zone).withEarlierOffsetAtOverlap();
  }

  private LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
