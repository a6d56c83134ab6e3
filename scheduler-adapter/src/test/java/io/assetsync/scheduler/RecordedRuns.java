package io.assetsync.scheduler;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.core.testing.InMemoryRunLog;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records runs as the engine does, and never works on one. Usable from any thread, as its log is.
 */
final class RecordedRuns implements SyncTrigger, SyncService {

  private final InMemoryRunLog log = new InMemoryRunLog();
  private final Clock clock;
  private volatile BooleanSupplier busy = () -> false;
  private volatile @Nullable RuntimeException failure;

  RecordedRuns(Clock clock) {
    this.clock = clock;
  }

  /** Lets a run that is no scheduled one be under way while this holds. */
  void busyWhile(BooleanSupplier holds) {
    busy = holds;
  }

  /** Lets every call fail from now on; null lets them succeed. */
  void failWith(@Nullable RuntimeException thrown) {
    failure = thrown;
  }

  static StoreException databaseDown() {
    return new StoreException(StoreException.Fault.UNAVAILABLE, "the database is down", null);
  }

  @Override
  public TriggeredRun trigger(RunRequest request) {
    requireWorking();
    if (busy.getAsBoolean()) {
      RunInProgressException active = new RunInProgressException(Optional.of(new RunId(7)));
      record(request, Outcome.SKIPPED, Failure.of(active));
      throw active;
    }
    RunReport run = log.started(request, clock.instant());
    log.finished(run.failed(Outcome.CANCELLED, Failure.INTERRUPTED, clock.instant()));
    return new TriggeredRun(run.id(), new CompletableFuture<>());
  }

  @Override
  public RunReport miss(RunRequest request, String reason) {
    requireWorking();
    return record(request, Outcome.MISSED, new Failure(Failure.Blame.NOBODY, "run.missed", reason));
  }

  private RunReport record(RunRequest request, Outcome outcome, Failure why) {
    RunReport report = log.started(request, clock.instant()).failed(outcome, why, clock.instant());
    log.finished(report);
    return report;
  }

  private void requireWorking() {
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
  }

  @Override
  public StartedRun start(RunRequest request) {
    throw new UnsupportedOperationException("a schedule starts runs in the background");
  }

  @Override
  public boolean cancel(RunId run) {
    return false;
  }

  /**
   * Returns what became of the times, oldest record first, such as {@code run Asset Sync 08:00}.
   */
  List<String> fates() {
    return reports().stream().map(RecordedRuns::fate).toList();
  }

  /** Returns every record, oldest first. */
  List<RunReport> reports() {
    return log.latest(Integer.MAX_VALUE).stream()
        .sorted(Comparator.comparing(run -> run.id().value()))
        .toList();
  }

  List<String> reasons() {
    return reports().stream()
        .filter(run -> run.outcome() == Outcome.MISSED)
        .map(run -> run.failure().orElseThrow().message())
        .toList();
  }

  private static String fate(RunReport run) {
    String what = isRun(run) ? run.request().mode().code() : run.outcome().code();
    return what
        + " "
        + String.join(", ", run.request().times().stream().map(ScheduledTime::toString).toList());
  }

  static boolean isRun(RunReport run) {
    return run.outcome() == Outcome.CANCELLED;
  }
}
