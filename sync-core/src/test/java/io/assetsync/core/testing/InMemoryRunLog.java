package io.assetsync.core.testing;

import static java.util.Comparator.comparing;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.error.TimeTakenException;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.TypeReport;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run log in memory. Usable from any thread; it can be told to fail. */
public final class InMemoryRunLog implements RunLog {

  private final NavigableMap<Long, RunReport> reports = new TreeMap<>();
  private final Set<ScheduledTime> recordedTimes = new HashSet<>();
  private boolean failing;

  @Override
  public synchronized RunReport started(RunRequest request, Instant at) {
    requireWorking();
    List<ScheduledTime> free =
        request.times().stream().filter(time -> !recordedTimes.contains(time)).toList();
    if (free.isEmpty() && !request.times().isEmpty()) {
      throw new TimeTakenException(request.times().get(0) + " has its record already");
    }
    recordedTimes.addAll(free);
    long next = reports.isEmpty() ? 1 : reports.lastKey() + 1;
    RunReport report = RunReport.started(new RunId(next), request.withTimes(free), at);
    reports.put(next, report);
    return report;
  }

  @Override
  public synchronized RunReport notStarted(
      RunRequest request, Outcome outcome, Failure why, Instant at) {
    RunReport report = started(request, at).failed(outcome, why, at);
    finished(report);
    return report;
  }

  @Override
  public synchronized void finished(RunReport report) {
    requireWorking();
    if (report.outcome() == Outcome.RUNNING) {
      throw new IllegalArgumentException("run " + report.id() + " is running");
    }
    if (!reports.containsKey(report.id().value())) {
      throw new IllegalArgumentException("run " + report.id() + " is not in the log");
    }
    reports.put(report.id().value(), report);
  }

  @Override
  public synchronized List<RunId> closeInterrupted(Instant at) {
    requireWorking();
    List<RunReport> running =
        reports.values().stream().filter(run -> run.outcome() == Outcome.RUNNING).toList();
    running.forEach(
        run ->
            reports.put(
                run.id().value(), run.failed(Outcome.INTERRUPTED, Failure.INTERRUPTED, at)));
    return running.stream().map(RunReport::id).toList();
  }

  @Override
  public synchronized Optional<RunReport> find(RunId id) {
    requireWorking();
    return Optional.ofNullable(reports.get(id.value()));
  }

  @Override
  public synchronized Optional<RunId> running() {
    requireWorking();
    return reports.values().stream()
        .filter(run -> run.outcome() == Outcome.RUNNING)
        .map(RunReport::id)
        .findFirst();
  }

  @Override
  public synchronized List<RunReport> latest(int max) {
    requireWorking();
    return newestFirst(reports).limit(max).toList();
  }

  @Override
  public synchronized List<RunReport> before(RunId id, int max) {
    requireWorking();
    return newestFirst(reports.headMap(id.value(), false)).limit(max).toList();
  }

  @Override
  public synchronized Optional<RunReport> lastSuccess() {
    requireWorking();
    return newestFirst(reports)
        .filter(run -> run.outcome().isSuccess() && run.request().mode() != RunMode.UNDO)
        .filter(run -> !isUndone(run))
        .max(comparing(run -> run.finishedAt().orElseThrow()));
  }

  private boolean isUndone(RunReport run) {
    return reports.tailMap(run.id().value(), false).values().stream()
        .filter(later -> later.request().mode() == RunMode.UNDO)
        .filter(later -> later.outcome() == Outcome.APPLIED)
        .flatMap(later -> later.request().subject().stream())
        .anyMatch(first -> first.value() <= run.id().value());
  }

  private static Stream<RunReport> newestFirst(NavigableMap<Long, RunReport> runs) {
    return runs.descendingMap().values().stream()
        .map(run -> run.withTypes(run.types().stream().map(InMemoryRunLog::summary).toList()));
  }

  private static TypeReport summary(TypeReport part) {
    return new TypeReport(part.type(), part.reading(), part.changes(), KeySet.empty(), List.of());
  }

  /** Makes every call fail with a {@link StoreException} until {@link #mend}. */
  public synchronized void fail() {
    failing = true;
  }

  /** Ends all failing. */
  public synchronized void mend() {
    failing = false;
  }

  private void requireWorking() {
    if (failing) {
      throw new StoreException(
          StoreException.Fault.UNAVAILABLE, "the run log was told to fail", null);
    }
  }
}
