package io.assetsync.core.engine;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes runs whose process has ended, while others go on: they would be shown as running until the
 * next run. Used by one thread.
 */
public final class LostRuns {

  private static final Logger LOG = LoggerFactory.getLogger(LostRuns.class);

  private final SyncEngine engine;
  private final RunLog runs;
  private final ActiveRuns activeRuns;
  private final Duration silence;
  private final Clock clock;

  /**
   * @param silence after how long a run of which nothing is heard is looked after; a run that works
   *     reports each second
   */
  public LostRuns(
      SyncEngine engine, RunLog runs, ActiveRuns activeRuns, Duration silence, Clock clock) {
    this.engine = requireNonNull(engine, "engine");
    this.runs = requireNonNull(runs, "runs");
    this.activeRuns = requireNonNull(activeRuns, "activeRuns");
    this.silence = requireNonNull(silence, "silence");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Closes what was lost. Never throws: what cannot be told now is looked at the next time.
   *
   * @return the runs closed
   */
  public List<RunId> close() {
    try {
      Optional<RunId> running = runs.running();
      return running.isPresent() && isSilent(running.get()) ? engine.closeInterrupted() : List.of();
    } catch (StoreException e) {
      LOG.debug("Lost runs cannot be looked for", e);
      return List.of();
    }
  }

  /** A run is heard of when it starts and each time it reports. */
  private boolean isSilent(RunId run) {
    Instant since = clock.instant().minus(silence);
    boolean reported =
        activeRuns
            .current()
            .filter(progress -> progress.run().equals(run))
            .map(RunProgress::at)
            .filter(at -> at.isAfter(since))
            .isPresent();
    return !reported
        && runs.find(run).filter(report -> report.startedAt().isAfter(since)).isEmpty();
  }
}
