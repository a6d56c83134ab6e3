package io.assetsync.core.run;

import io.assetsync.core.model.RunId;
import java.util.concurrent.CompletableFuture;

/** Starts runs in the background. Usable from any thread. */
public interface SyncTrigger {

  /** Starts a run and returns while it works; throws what {@link SyncService#start} throws. */
  TriggeredRun trigger(RunRequest request);

  /**
   * Asks a run to stop without publishing, wherever it works; it does so within seconds, unless it
   * is publishing already. Asking again has no effect.
   *
   * @return whether the run is under way
   * @throws io.assetsync.core.error.StoreException if that cannot be told
   */
  boolean cancel(RunId run);

  /**
   * A run at work in the background.
   *
   * @param id its number
   * @param report its report once it has ended; completes normally also when the run fails
   */
  record TriggeredRun(RunId id, CompletableFuture<RunReport> report) {}
}
