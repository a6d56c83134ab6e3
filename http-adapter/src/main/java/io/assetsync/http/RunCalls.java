package io.assetsync.http;

import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.core.run.SyncTrigger.TriggeredRun;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import spark.Request;

/** The calls that start runs and show them. */
final class RunCalls {

  private static final int MAX_WAIT_SECONDS = 600;
  private static final int DEFAULT_WAIT_SECONDS = 60;
  private static final int MAX_RUNS = 100;
  private static final int DEFAULT_RUNS = 20;
  private static final List<String> MODES = List.of(RunMode.FULL.code(), RunMode.CHANGES.code());
  private static final List<String> NO_OR_YES = List.of("false", "true");
  private static final Failure NO_REASON =
      new Failure(Failure.Blame.BUG, "bug", "the run ended without a reason");

  private final SyncTrigger trigger;
  private final RunLog runs;
  private final Clock clock;

  /** Completed when the service stops and nobody can be kept waiting any longer. */
  private final CompletableFuture<Void> stopping = new CompletableFuture<>();

  RunCalls(SyncTrigger trigger, RunLog runs, Clock clock) {
    this.trigger = trigger;
    this.runs = runs;
    this.clock = clock;
  }

  List<Call> calls() {
    return List.of(
        Call.post("/sync", "starts a run in the background", this::start),
        Call.post("/sync/now", "runs and waits for the report", this::runNow),
        Call.get("/sync/runs", "lists the newest runs", this::list),
        Call.get("/sync/runs/:id", "shows a run", this::show),
        Call.post(
            "/sync/runs/:id/approval",
            "starts a run that may remove what this one held back",
            this::approve));
  }

  /** Lets calls that wait for a run answer that it is under way, unless it ends within a while. */
  void stopWaiting(Duration patience) {
    stopping.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Answer start(Request request) {
    return accepted("scheduled", trigger(request));
  }

  private Answer approve(Request request) {
    RunRequest approving = RunRequest.approving("http", find(request).id());
    return accepted("scheduled", trigger.trigger(approving));
  }

  private Answer runNow(Request request) {
    int wait = Parameters.number(request, "wait", 0, MAX_WAIT_SECONDS, DEFAULT_WAIT_SECONDS);
    TriggeredRun run = trigger(request);
    return await(run, wait).map(this::ended).orElseGet(() -> accepted("running", run));
  }

  private Answer list(Request request) {
    int limit = Parameters.number(request, "limit", 1, MAX_RUNS, DEFAULT_RUNS);
    return Answer.ok(
        new RunsView(
            runs.latest(limit).stream()
                .map(report -> RunSummaryView.of(report, clock.instant()))
                .toList()));
  }

  private Answer show(Request request) {
    return Answer.ok(RunView.of(find(request), clock.instant()));
  }

  /** Returns the run that the path names. */
  private RunReport find(Request request) {
    RunId id = Parameters.runId(request);
    return runs.find(id)
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "there is no run " + id));
  }

  private TriggeredRun trigger(Request request) {
    RunMode mode =
        RunMode.valueOf(Parameters.word(request, "mode", MODES).toUpperCase(Locale.ROOT));
    boolean acceptsSource =
        Boolean.parseBoolean(Parameters.word(request, "accept_source", NO_OR_YES));
    return trigger.trigger(new RunRequest("http", mode, acceptsSource));
  }

  private Optional<RunReport> await(TriggeredRun run, int seconds) {
    try {
      CompletableFuture.anyOf(run.report(), stopping).get(seconds, TimeUnit.SECONDS);
      return Optional.ofNullable(run.report().getNow(null));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("run " + run.id() + " ended without a report", e);
    }
  }

  /** A run that did not do all it was asked to must not look like a success, even by its status. */
  private Answer ended(RunReport report) {
    return switch (report.outcome()) {
      case APPLIED, UNCHANGED, PREVIEWED -> Answer.ok(RunView.of(report, clock.instant()));
      case HELD -> throw problem(ProblemType.RUN_HELD, objections(report), report);
      case REFUSED -> throw problem(ProblemType.RUN_REFUSED, objections(report), report);
      case RUNNING, SKIPPED, MISSED, CANCELLED, FAILED, INTERRUPTED -> throw failed(report);
    };
  }

  private Problem failed(RunReport report) {
    Failure failure = report.failure().orElse(NO_REASON);
    return problem(Failures.type(failure), failure.message(), report);
  }

  private Problem problem(ProblemType type, String detail, RunReport report) {
    return new Problem(type, detail).about(report.id(), RunView.of(report, clock.instant()));
  }

  private static String objections(RunReport report) {
    List<Objection> objections = report.objections();
    return objections.isEmpty()
        ? "the report has the details"
        : objections.size()
            + (objections.size() == 1 ? " objection: " : " objections, the first: ")
            + objections.get(0).type()
            + ": "
            + objections.get(0).reason();
  }

  private static Answer accepted(String status, TriggeredRun run) {
    return new Answer(
        202,
        new AcceptedView(status, run.id().value()),
        Map.of("Location", "/sync/runs/" + run.id()));
  }

  /** A run that works on. */
  private record AcceptedView(String status, long runId) {}

  /** The newest runs, newest first. */
  private record RunsView(List<RunSummaryView> runs) {}
}
