package io.assetsync.core.engine;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.UnsuitableRunException;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.policy.HeldRemovals;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.MDC;

/**
 * Runs synchronisations from one source into one store.
 *
 * <p>It takes the mirror, records the run and hands both to an {@link EngineRun}, which does the
 * work. Usable from any thread; the store sees to it that one run works at a time.
 */
public final class SyncEngine implements SyncService {

  /** How long a run may take unless told otherwise. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofHours(3);

  /** One that closes interrupted runs has the mirror for a moment and is no run. */
  private static final int ATTEMPTS_TO_BEGIN = 4;

  private static final int LOOKS_FOR_ACTIVE_RUN = 20;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

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
    SyncPolicy lawful = policyFor(request);
    SyncSession session = begin(request);
    try {
      closeAndTell();
      RunReport started = runs.started(request, clock.instant());
      tellStart(started);
      return new EngineRun(started, session, source, lawful, runs, listeners, clock, timeLimit);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /** Not yet on the run's own thread, but about the run already. */
  private void tellStart(RunReport started) {
    MDC.put(EngineRun.RUN_KEY, started.id().toString());
    try {
      listeners.runStarted(new RunStarted(started, source.name(), source.types()));
    } finally {
      MDC.remove(EngineRun.RUN_KEY);
    }
  }

  private SyncPolicy policyFor(RunRequest request) {
    if (request.subject().isEmpty()) {
      return policy;
    }
    RunId id = request.subject().get();
    RunReport subject =
        runs.find(id).orElseThrow(() -> new UnsuitableRunException("there is no run " + id));
    if (request.mode() == RunMode.UNDO) {
      requirePublished(subject);
      return policy;
    }
    Map<String, HeldRemovals> held = held(subject);
    if (held.isEmpty()) {
      throw new UnsuitableRunException(
          "run " + id + " holds no removal back that could be approved");
    }
    return policy.releasing(held);
  }

  /** A run whose process ended right after it had published has lost its counts. */
  private static void requirePublished(RunReport run) {
    boolean hasPublished =
        (run.outcome() == Outcome.APPLIED || run.outcome() == Outcome.HELD)
            && (run.types().isEmpty() || changes(run).anyMatch(TypeReport.Changes::write));
    if (!hasPublished) {
      throw new UnsuitableRunException(
          "run %s (%s) has published nothing that could be undone; name the first run that did"
              .formatted(run.id(), run.outcome().code()));
    }
  }

  private static Stream<TypeReport.Changes> changes(RunReport run) {
    return run.types().stream().map(TypeReport::changes);
  }

  private static Map<String, HeldRemovals> held(RunReport run) {
    return run.types().stream()
        .filter(part -> run.outcome() == Outcome.HELD && !part.held().isEmpty())
        .collect(
            Collectors.toMap(
                TypeReport::type,
                part -> new HeldRemovals(part.held(), guardsAgainst(part.type(), run))));
  }

  private static Set<String> guardsAgainst(String type, RunReport run) {
    return run.objections().stream()
        .filter(objection -> objection.type().equals(type))
        .map(Objection::guard)
        .collect(Collectors.toSet());
  }

  /**
   * Closes runs that were interrupted, unless one is under way, and tells listeners of their end.
   * To be called when a process starts, or when nothing is heard of a run any more, so that the log
   * does not show it as running until the next run.
   *
   * @return the runs closed
   * @throws io.assetsync.core.error.StoreException if the mirror or the run log cannot be used
   */
  public List<RunId> closeInterrupted() {
    Optional<SyncSession> free = tryBegin();
    if (free.isEmpty()) {
      return List.of();
    }
    try {
      return closeAndTell();
    } finally {
      free.get().close();
    }
  }

  private List<RunId> closeAndTell() {
    List<RunId> closed = runs.closeInterrupted(clock.instant());
    closed.stream().map(runs::find).flatMap(Optional::stream).forEach(this::tellEnd);
    return closed;
  }

  private void tellEnd(RunReport report) {
    Instant end = report.finishedAt().orElse(report.startedAt());
    listeners.runFinished(
        new RunFinished(report, Duration.between(report.startedAt(), end), Optional.empty()));
  }

  @Override
  public RunReport miss(RunRequest request, String reason) {
    Failure failure = new Failure(Failure.Blame.NOBODY, "run.missed", reason);
    RunReport missed = runs.notStarted(request, Outcome.MISSED, failure, clock.instant());
    listeners.timesMissed(new TimesMissed(missed));
    return missed;
  }

  private SyncSession begin(RunRequest request) {
    Optional<SyncSession> session = tryBegin();
    for (int i = 1; session.isEmpty() && i < ATTEMPTS_TO_BEGIN; i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      session = tryBegin();
    }
    return session.orElseThrow(
        () -> {
          RunInProgressException busy = new RunInProgressException(activeRun());
          recordSkipped(request, busy);
          return busy;
        });
  }

  private Optional<SyncSession> tryBegin() {
    try {
      return Optional.of(store.begin(Set.copyOf(source.types())));
    } catch (RunInProgressException e) {
      return Optional.empty();
    }
  }

  /** Whoever has the mirror records its run right afterwards, so it is asked for a second long. */
  private Optional<RunId> activeRun() {
    Optional<RunId> active = runs.running();
    for (int i = 0; active.isEmpty() && i < LOOKS_FOR_ACTIVE_RUN; i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      active = runs.running();
    }
    return active;
  }

  private void recordSkipped(RunRequest request, RunInProgressException why) {
    tellEnd(runs.notStarted(request, Outcome.SKIPPED, Failure.of(why), clock.instant()));
  }
}
