package io.assetsync.core.run;

import io.assetsync.core.model.RunId;

/** A run that holds the mirror and has yet to do its work. */
public interface StartedRun {

  RunId id();

  /**
   * Does the work and gives the mirror back. To be called once, by any one thread. Interrupting
   * that thread cancels the run, too; it is still interrupted afterwards.
   *
   * @return the report of the ended run; a failure is in it and is not thrown
   * @throws IllegalStateException when called again
   */
  RunReport complete();

  /**
   * Asks the run to stop as soon as it can without publishing, from any thread. Without effect on a
   * run that has ended or is committing. A run that is cancelled must still be completed.
   */
  void cancel();
}
