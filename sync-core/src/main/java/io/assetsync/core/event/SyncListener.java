package io.assetsync.core.event;

/**
 * Watches runs. A listener cannot influence a run: what it throws is logged and forgotten.
 *
 * <p>Called by the thread of the run, in order; it should return at once.
 */
public interface SyncListener {

  /** A run holds the mirror and is recorded. */
  default void runStarted(RunStarted event) {}

  /** A run comes to a phase of its work. */
  default void phaseBegan(PhaseBegan event) {}

  /** A page was read and staged. */
  default void pageStaged(PageStaged event) {}

  /** The last page of a type was staged. */
  default void typeRead(TypeRead event) {}

  /**
   * A run has ended and is recorded, if the log could be reached; also one that did not begin
   * because another was under way, and one that was found to have been interrupted.
   */
  default void runFinished(RunFinished event) {}

  /** Times of the schedule passed without a run. Called by a thread of the schedule. */
  default void timesMissed(TimesMissed event) {}
}
