package io.assetsync.http;

import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spark.Request;

/** The calls that show and control the schedule. */
final class ScheduleCalls {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private final SyncSchedule schedule;

  ScheduleCalls(SyncSchedule schedule) {
    this.schedule = schedule;
  }

  List<Call> calls() {
    return List.of(
        Call.get("/sync/schedule", "shows the next runs", this::show),
        Call.post("/sync/scheduler/start", "lets runs start at their times", this::start),
        Call.post("/sync/scheduler/stop", "keeps runs from starting by themselves", this::stop));
  }

  private Answer show(Request request) {
    boolean running = schedule.running();
    List<UpcomingRun> upcoming = running ? schedule.upcoming() : List.of();
    ZoneId zone = schedule.zone();
    Map<String, String> next = new LinkedHashMap<>();
    upcoming.forEach(run -> next.put(run.name(), LOCAL.format(run.at().withZoneSameInstant(zone))));
    return Answer.ok(
        new ScheduleView(
            next, running, zone.getId(), upcoming.stream().map(UpcomingView::of).toList()));
  }

  private Answer start(Request request) {
    schedule.start();
    return Answer.ok(new SchedulerView("scheduler started", true));
  }

  private Answer stop(Request request) {
    schedule.stop();
    return Answer.ok(new SchedulerView("scheduler stopped", false));
  }

  /** The first two are what clients have always read: names and order must stay. */
  private record ScheduleView(
      Map<String, String> nextScheduledRuns,
      boolean schedulerRunning,
      String timezone,
      List<UpcomingView> upcoming) {}

  private record UpcomingView(String name, String at, String mode) {
    private static UpcomingView of(UpcomingRun run) {
      return new UpcomingView(run.name(), WITH_OFFSET.format(run.at()), run.mode().code());
    }
  }

  private record SchedulerView(String status, boolean schedulerRunning) {}
}
