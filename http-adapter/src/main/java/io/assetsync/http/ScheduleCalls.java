package io.assetsync.http;

import io.assetsync.core.run.SyncSchedule;
import java.util.List;
import spark.Request;

/** The calls that show and control the schedule. */
final class ScheduleCalls {

  private final SyncSchedule schedule;
  private final StatusBoard board;

  ScheduleCalls(SyncSchedule schedule, StatusBoard board) {
    this.schedule = schedule;
    this.board = board;
  }

  List<Call> calls() {
    return List.of(
        Call.get("/sync/schedule", "shows the next runs", this::show),
        Call.post("/sync/scheduler/start", "lets runs start at their times", this::start),
        Call.post("/sync/scheduler/stop", "keeps runs from starting by themselves", this::stop));
  }

  private Answer show(Request request) {
    return Answer.ok(board.schedule());
  }

  private Answer start(Request request) {
    schedule.start();
    board.refresh();
    return Answer.ok(new SchedulerView("scheduler started", true));
  }

  private Answer stop(Request request) {
    schedule.stop();
    board.refresh();
    return Answer.ok(new SchedulerView("scheduler stopped", false));
  }

  private record SchedulerView(String status, boolean schedulerRunning) {}
}
