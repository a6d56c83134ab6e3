package io.assetsync.http;

import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schedule, as JSON shows it. The first two are what clients have always read: names and order
 * must stay.
 */
record ScheduleView(
    Map<String, String> nextScheduledRuns,
    boolean schedulerRunning,
    String timezone,
    List<UpcomingView> upcoming) {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  static ScheduleView of(SyncSchedule schedule) {
    boolean running = schedule.running();
    List<UpcomingRun> upcoming = running ? schedule.upcoming() : List.of();
    ZoneId zone = schedule.zone();
    Map<String, String> next = new LinkedHashMap<>();
    upcoming.forEach(run -> next.put(run.name(), LOCAL.format(run.at().withZoneSameInstant(zone))));
    return new ScheduleView(
        next, running, zone.getId(), upcoming.stream().map(UpcomingView::of).toList());
  }

  /** The next time of an entry. */
  record UpcomingView(String name, String at, String mode) {

    private static UpcomingView of(UpcomingRun run) {
      return new UpcomingView(run.name(), WITH_OFFSET.format(run.at()), run.mode().code());
    }
  }
}
