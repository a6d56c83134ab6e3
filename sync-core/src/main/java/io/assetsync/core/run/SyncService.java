package io.assetsync.core.run;

/** Runs synchronisations, one at a time per mirror. Usable from any thread. */
public interface SyncService {

  /**
   * Takes the mirror and records the run. The caller completes it.
   *
   * @throws io.assetsync.core.error.RunInProgressException if another run is under way, here or in
   *     another process
   * @throws io.assetsync.core.error.UnsuitableRunException if the run that the request is about is
   *     not in the log or holds nothing back
   * @throws io.assetsync.core.error.TimeTakenException if the request is for times of the schedule
   *     and each of them has its record already
   * @throws io.assetsync.core.error.StoreException if the mirror or the run log cannot be used
   */
  StartedRun start(RunRequest request);

  /**
   * Records that a run did not begin: its times of the schedule passed. Listeners are told.
   *
   * @param reason why nothing started it, in a sentence for the operator
   * @return the record; its outcome is {@link Outcome#MISSED}
   * @throws io.assetsync.core.error.TimeTakenException if each of the times has its record already
   * @throws io.assetsync.core.error.StoreException if the run log cannot be used
   */
  RunReport miss(RunRequest request, String reason);

  /**
   * Starts a run, waits for it and returns its report; throws what {@link #start} throws. A run
   * that fails later is reported, not thrown.
   */
  default RunReport sync(RunRequest request) {
    return start(request).complete();
  }
}
