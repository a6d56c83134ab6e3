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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import spark.Request;

/** The calls that start runs. */
final class StartCalls {

  private static final int MAX_WAIT_SECONDS = 600;
  private static final int DEFAULT_WAIT_SECONDS = 60;
  private static final List<String> MODES = List.of(RunMode.FULL.code(), RunMode.CHANGES.code());
  private static final List<String> NO_OR_YES = List.of("false", "true");
  private static final Failure NO_REASON =
      new Failure(Failure.Blame.BUG, "bug", "the run ended without a reason");

  private final SyncTrigger trigger;
  private final RunLog runs;
  private final StatusBoard board;
  private final Clock clock;

  /** Completed when the service stops and nobody can be kept waiting any longer. */
  private final CompletableFuture<Void> stopping = new CompletableFuture<>();

  StartCalls(SyncTrigger trigger, RunLog runs, StatusBoard board, Clock clock) {
    this.trigger = trigger;
    this.runs = runs;
    this.board = board;
    this.clock = clock;
  }

  List<Call> calls() {
    return List.of(
        Call.post("/sync", "starts a run in the background", this::start),
        Call.post("/sync/now", "runs and waits for the report", this::runNow),
        Call.post("/sync/preview", "shows what a run would change", this::preview),
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
    return accepted("scheduled", trigger(mode(request), request));
  }

  private Answer approve(Request request) {
    RunId held = RunCalls.find(request, runs).id();
    return accepted("scheduled", trigger(RunRequest.approving("http", held)));
  }

  private Answer runNow(Request request) {
    return runAndWait(mode(request), request);
  }

  private Answer preview(Request request) {
    return runAndWait(RunMode.PREVIEW, request);
  }

  private Answer runAndWait(RunMode mode, Request request) {
    int wait = Parameters.number(request, "wait", 0, MAX_WAIT_SECONDS, DEFAULT_WAIT_SECONDS);
    TriggeredRun run = trigger(mode, request);
    Optional<RunReport> report = await(run, wait);
    board.refresh();
    return report.map(this::ended).orElseGet(() -> accepted("running", run));
  }

  private static RunMode mode(Request request) {
    return RunMode.valueOf(Parameters.word(request, "mode", MODES).toUpperCase(Locale.ROOT));
  }

  private TriggeredRun trigger(RunMode mode, Request request) {
    boolean acceptsSource =
        Boolean.parseBoolean(Parameters.word(request, "accept_source", NO_OR_YES));
    return trigger(new RunRequest("http", mode, acceptsSource));
  }

  private TriggeredRun trigger(RunRequest wish) {
    TriggeredRun run = trigger.trigger(wish);
    board.refresh();
    return run;
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
    return AcceptedView.answer(status, run.id());
  }
}
