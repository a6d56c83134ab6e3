package io.assetsync.core.engine;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.model.RunId;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs synchronisations from one source into one store.
 *
 * <p>It takes the mirror, records the run and hands both to an {@link EngineRun}, which does the
 * work. Usable from any thread; the store sees to it that one run works at a time.
 */
public final class SyncEngine implements SyncService {

  /** How long a run may take unless told otherwise. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofHours(3);

  private final AssetSource source;
  private final AssetStore store;
  private final SyncPolicy policy;
  private final RunLog runs;
  private final ListenerCalls listeners;
  private final Clock clock;
  private final Duration timeLimit;

  /**
   * Makes an engine whose runs may take {@link #DEFAULT_TIME_LIMIT}.
   *
   * @param listeners called in this order
   */
  public SyncEngine(
      AssetSource source,
      AssetStore store,
      SyncPolicy policy,
      RunLog runs,
      List<SyncListener> listeners,
      Clock clock) {
    this(source, store, policy, runs, listeners, clock, DEFAULT_TIME_LIMIT);
  }

  /**
   * @param listeners called in this order
   * @param timeLimit how long a run may take before it is stopped and has failed; a commit that has
   *     begun is not stopped
   */
  public SyncEngine(
      AssetSource source,
      AssetStore store,
      SyncPolicy policy,
      RunLog runs,
      List<SyncListener> listeners,
      Clock clock,
      Duration timeLimit) {
    if (timeLimit.isZero() || timeLimit.isNegative()) {
      throw new IllegalArgumentException("the time limit of a run is above zero, not " + timeLimit);
    }
    this.timeLimit = timeLimit;
    this.source = requireNonNull(source, "source");
    this.store = requireNonNull(store, "store");
    this.policy = requireNonNull(policy, "policy");
    this.runs = requireNonNull(runs, "runs");
    this.listeners = new ListenerCalls(listeners);
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public StartedRun start(RunRequest request) {
    SyncSession session = begin(request);
    try {
      List<RunId> interrupted = runs.closeInterrupted(clock.instant());
      RunReport started = runs.started(request, clock.instant());
      listeners.runStarted(new RunStarted(started, source.name(), source.types(), interrupted));
      return new EngineRun(started, session, source, policy, runs, listeners, clock, timeLimit);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private SyncSession begin(RunRequest request) {
    try {
      return store.begin(Set.copyOf(source.types()));
    } catch (RunInProgressException e) {
      RunInProgressException named = new RunInProgressException(activeRun());
      recordSkipped(request, named);
      throw named;
    }
  }

  /** Returns the oldest run under way: newer ones are being recorded as skipped, as this one is. */
  private Optional<RunId> activeRun() {
    return runs.latest(10).stream()
        .filter(run -> run.outcome() == Outcome.RUNNING)
        .map(RunReport::id)
        .reduce((newer, older) -> older);
  }

  private void recordSkipped(RunRequest request, RunInProgressException why) {
    RunReport skipped = runs.started(request, clock.instant());
    runs.finished(skipped.failed(Outcome.SKIPPED, Failure.of(why), clock.instant()));
  }
}
