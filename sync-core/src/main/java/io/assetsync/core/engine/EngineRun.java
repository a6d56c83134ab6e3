package io.assetsync.core.engine;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.RunTimeoutException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.event.PhaseBegan;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.policy.Verdict;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The work of one run, top to bottom: {@linkplain SourceReading read} and stage every type, plan,
 * {@linkplain Confirming ask} for the absent by key, review, commit, record.
 */
final class EngineRun implements StartedRun {

  private static final Logger LOG = LoggerFactory.getLogger(EngineRun.class);

  /** Every line logged for a run carries the run's id under this key. */
  static final String RUN_KEY = "run";

  private final RunReport started;
  private final SyncSession session;
  private final AssetSource source;
  private final SyncPolicy policy;
  private final RunLog runs;
  private final ListenerCalls listeners;
  private final Clock clock;
  private final Duration timeLimit;
  private final Cancellation cancellation = new Cancellation();
  private final PhaseTimes phases;
  private List<TypeReading> read = List.of();

  EngineRun(
      RunReport started,
      SyncSession session,
      AssetSource source,
      SyncPolicy policy,
      RunLog runs,
      ListenerCalls listeners,
      Clock clock,
      Duration timeLimit) {
    this.started = started;
    this.session = session;
    this.source = source;
    this.policy = policy;
    this.runs = runs;
    this.listeners = listeners;
    this.clock = clock;
    this.timeLimit = timeLimit;
    this.phases =
        new PhaseTimes(phase -> listeners.phaseBegan(new PhaseBegan(started.id(), phase)));
  }

  @Override
  public RunId id() {
    return started.id();
  }

  private RunMode mode() {
    return started.request().mode();
  }

  private boolean accepts() {
    return started.request().acceptsSource();
  }

  @Override
  public void cancel() {
    cancellation.request();
  }

  @Override
  public RunReport complete() {
    cancellation.enter();
    MDC.put(RUN_KEY, id().toString());
    try {
      return finish(() -> within(timeLimit, this::work));
    } finally {
      MDC.remove(RUN_KEY);
      cancellation.passOn();
    }
  }

  private RunReport work() {
    return mode() == RunMode.UNDO ? undo(started.request().subject().orElseThrow()) : synchronise();
  }

  private <T> T within(Duration limit, Supplier<T> work) {
    CompletableFuture<Void> timer = new CompletableFuture<>();
    CompletableFuture<Void> alarm = timer.thenRun(cancellation::expire);
    timer.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return work.get();
    } finally {
      alarm.cancel(false);
      timer.cancel(false);
    }
  }

  private RunReport synchronise() {
    SourceReading reading = phases.in(Phase.READING, this::read);
    requireSomethingReadable(reading.types());
    SyncPlan plan =
        new Confirming(source, session, policy, cancellation, phases).plan(reading, accepts());
    Verdict verdict = policy.review(plan);
    List<TypeReport> reports = RunReports.of(plan, verdict, reading.types());
    Outcome outcome = publish(verdict, reports, reading);
    return started.concluded(outcome, reports, verdict.objections(), clock.instant());
  }

  private SourceReading read() {
    SourceReading reading =
        new SourceReading(id(), mode(), source, session, listeners, cancellation);
    read = reading.types();
    reading.readAll();
    return reading;
  }

  private RunReport undo(RunId first) {
    cancellation.forbid();
    List<TypeReport> reports =
        phases.in(Phase.PUBLISHING, () -> session.undo(first, id())).stream()
            .map(RunReports::of)
            .toList();
    Outcome outcome = reports.isEmpty() ? Outcome.UNCHANGED : Outcome.APPLIED;
    return started.concluded(outcome, reports, List.of(), clock.instant());
  }

  private static void requireSomethingReadable(List<TypeReading> readings) {
    List<String> forbidden =
        readings.stream().map(TypeReading::forbiddenReason).flatMap(Optional::stream).toList();
    if (!forbidden.isEmpty() && forbidden.size() == readings.size()) {
      throw new SourceException(
          SourceException.Fault.REFUSED,
          "the source's user may read nothing at all: " + forbidden.get(0));
    }
  }

  private Outcome publish(Verdict verdict, List<TypeReport> reports, SourceReading reading) {
    if (!(verdict instanceof Verdict.Approved approved)) {
      return Outcome.REFUSED;
    }
    if (mode() == RunMode.PREVIEW) {
      return Outcome.PREVIEWED;
    }
    boolean isSettled = mode() == RunMode.FULL && verdict.objections().isEmpty();
    SourceState state = reading.state(accepts() || isSettled);
    boolean writes = reports.stream().map(TypeReport::changes).anyMatch(TypeReport.Changes::write);
    if (writes || !state.equals(reading.known())) {
      cancellation.forbid();
      phases.in(Phase.PUBLISHING, () -> session.commit(approved.plan(), id(), state));
    }
    if (!verdict.objections().isEmpty()) {
      return Outcome.HELD;
    }
    return writes ? Outcome.APPLIED : Outcome.UNCHANGED;
  }

  /**
   * Does the work, turns whatever it throws into a report, records the end, gives the mirror back
   * and tells the end.
   */
  private RunReport finish(Supplier<RunReport> work) {
    RunReport report;
    Throwable thrown = null;
    try {
      report = work.get();
    } catch (RunCancelledException e) {
      report =
          cancellation.isExpired()
              ? failed(Outcome.FAILED, new RunTimeoutException(timeLimit))
              : failed(Outcome.CANCELLED, e);
    } catch (RuntimeException | Error e) {
      thrown = e;
      report = failed(Outcome.FAILED, e);
    }
    report = report.withPhases(phases.times());
    cancellation.leave();
    record(report);
    session.close();
    tellEnd(report, thrown);
    return report;
  }

  private RunReport failed(Outcome outcome, Throwable why) {
    return started
        .withTypes(read.stream().map(RunReports::unplanned).toList())
        .failed(outcome, Failure.of(why), clock.instant());
  }

  private void record(RunReport report) {
    try {
      runs.finished(report);
    } catch (RuntimeException e) {
      LOG.error("Run {} ended as {}, which could not be recorded", id(), report.outcome(), e);
    }
  }

  private void tellEnd(RunReport report, @Nullable Throwable thrown) {
    Duration took =
        Duration.between(report.startedAt(), report.finishedAt().orElse(report.startedAt()));
    listeners.runFinished(new RunFinished(report, took, Optional.ofNullable(thrown)));
  }
}
