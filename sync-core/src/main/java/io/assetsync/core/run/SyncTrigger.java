package io.assetsync.core.run;

import io.assetsync.core.model.RunId;
import java.util.concurrent.CompletableFuture;

/** Starts runs in the background. Usable from any thread. */
public interface SyncTrigger {

  /** Starts a run and returns while it works; throws what {@link SyncService#start} throws. */
  TriggeredRun trigger(RunRequest request);

  /**
   * A run at work in the background.
   *
   * @param id its number
   * @param report its report once it has ended; completes normally also when the run fails
   */
  record TriggeredRun(RunId id, CompletableFuture<RunReport> report) {}
}
