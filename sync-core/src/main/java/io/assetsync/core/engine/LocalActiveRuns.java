package io.assetsync.core.engine;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunProgress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs under way in this process only, kept in memory. Usable from any thread. */
public final class LocalActiveRuns implements ActiveRuns {

  private final RunLog runs;
  private @Nullable RunProgress latest;
  private @Nullable RunId cancelled;

  /**
   * @param runs tells which run is under way
   */
  public LocalActiveRuns(RunLog runs) {
    this.runs = requireNonNull(runs, "runs");
  }

  @Override
  public boolean report(RunProgress progress) {
    boolean underWay = isUnderWay(progress.run());
    synchronized (this) {
      latest = progress;
      return underWay && progress.run().equals(cancelled);
    }
  }

  @Override
  public Optional<RunProgress> current() {
    Optional<RunId> running = runs.running();
    synchronized (this) {
      return Optional.ofNullable(latest)
          .filter(progress -> running.isPresent() && progress.run().equals(running.get()));
    }
  }

  @Override
  public boolean cancel(RunId run) {
    if (!isUnderWay(run)) {
      return false;
    }
    synchronized (this) {
      cancelled = run;
    }
    return true;
  }

  private boolean isUnderWay(RunId run) {
    return runs.running().filter(run::equals).isPresent();
  }
}
