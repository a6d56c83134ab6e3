package io.assetsync.core.engine;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.event.PageStaged;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Absence;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.policy.Verdict;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.AbsenceCheck;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Snapshot;
import io.assetsync.core.store.SyncSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The work of one run, top to bottom: read and stage every type, plan, ask for the absent by key,
 * review, commit, record.
 */
final class EngineRun implements StartedRun {

  private static final Logger LOG = LoggerFactory.getLogger(EngineRun.class);

  /** Every line logged by the thread of a run carries the run's id under this key. */
  private static final String RUN_KEY = "run";

  private final RunReport started;
  private final SyncSession session;
  private final AssetSource source;
  private final SyncPolicy policy;
  private final RunLog runs;
  private final ListenerCalls listeners;
  private final Clock clock;
  private final Cancellation cancellation = new Cancellation();

  EngineRun(
      RunReport started,
      SyncSession session,
      AssetSource source,
      SyncPolicy policy,
      RunLog runs,
      ListenerCalls listeners,
      Clock clock) {
    this.started = started;
    this.session = session;
    this.source = source;
    this.policy = policy;
    this.runs = runs;
    this.listeners = listeners;
    this.clock = clock;
  }

  @Override
  public RunId id() {
    return started.id();
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
      return finish(this::synchronise);
    } finally {
      MDC.remove(RUN_KEY);
      cancellation.passOn();
    }
  }

  private RunReport synchronise() {
    List<TypeReading> readings = new ArrayList<>();
    for (EntityType type : source.types()) {
      readings.add(read(type));
    }
    requireSomethingReadable(readings);
    SyncPlan plan = confirmAbsent(session.plan());
    Verdict verdict = policy.review(plan);
    List<TypeReport> reports = RunReports.of(plan, verdict, readings);
    Outcome outcome = publish(verdict, reports);
    return started.concluded(outcome, reports, verdict.objections(), clock.instant());
  }

  private TypeReading read(EntityType type) {
    cancellation.check();
    Instant from = clock.instant();
    TypeReading reading = new TypeReading(type);
    try (Snapshot snapshot = source.open(type)) {
      for (Optional<Page> page = snapshot.next(); page.isPresent(); page = snapshot.next()) {
        cancellation.check();
        session.stage(page.get());
        reading.add(page.get());
        listeners.pageStaged(new PageStaged(id(), type, reading.pages(), reading.rows()));
      }
      reading.end(snapshot.completeness(), snapshot.cost());
      session.seal(type, reading.completeness());
    }
    listeners.typeRead(reading.event(id(), Duration.between(from, clock.instant())));
    return reading;
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

  /**
   * Asks by key for the absent rows that the policy would let go. Without an answer they stay, as
   * after an incomplete listing.
   */
  private SyncPlan confirmAbsent(SyncPlan plan) {
    if (!(source instanceof AbsenceCheck check)) {
      return plan;
    }
    Set<String> objectedTypes =
        policy.review(plan).objections().stream().map(Objection::type).collect(Collectors.toSet());
    return plan.map(
        part ->
            objectedTypes.contains(part.type().name()) || !check.canConfirm(part.type())
                ? part
                : confirmAbsent(part, check));
  }

  private TypePlan confirmAbsent(TypePlan part, AbsenceCheck check) {
    KeySet absent = part.absence().keys();
    if (absent.isEmpty()) {
      return part;
    }
    cancellation.check();
    try {
      KeySet gone = check.confirmGone(part.type(), absent);
      return part.withAbsence(new Absence(absent, absent.minus(gone)));
    } catch (SourceException e) {
      return part.withoutAbsence(
          absent.size() + " absent rows could not be asked for by key: " + e.getMessage());
    }
  }

  private Outcome publish(Verdict verdict, List<TypeReport> reports) {
    if (!(verdict instanceof Verdict.Approved approved)) {
      return Outcome.REFUSED;
    }
    if (started.request().mode() == RunMode.PREVIEW) {
      return Outcome.PREVIEWED;
    }
    boolean writes = reports.stream().map(TypeReport::changes).anyMatch(TypeReport.Changes::write);
    if (writes) {
      cancellation.forbid();
      session.commit(approved.plan(), id());
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
      report = started.failed(Outcome.CANCELLED, Failure.of(e), clock.instant());
    } catch (RuntimeException | Error e) {
      thrown = e;
      report = started.failed(Outcome.FAILED, Failure.of(e), clock.instant());
    }
    cancellation.leave();
    record(report);
    session.close();
    tellEnd(report, thrown);
    return report;
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
