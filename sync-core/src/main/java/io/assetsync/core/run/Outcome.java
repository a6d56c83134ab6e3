package io.assetsync.core.run;

import java.util.Locale;

/** How a run stands or ended. */
public enum Outcome {
  /** It is under way. */
  RUNNING,
  /** Something changed and was published, all of it. */
  APPLIED,
  /** There was nothing to publish. */
  UNCHANGED,
  /**
   * What was proved was published, if anything; removals or whole types were held back. The
   * objections say why.
   */
  HELD,
  /** The policy refused: nothing was published. */
  REFUSED,
  /** A preview ended: nothing was to be published. */
  PREVIEWED,
  /** It did not begin: another run was under way. */
  SKIPPED,
  /** It did not begin: its time passed, and nothing was there to start it. */
  MISSED,
  /** It was asked to stop: nothing was published. */
  CANCELLED,
  /** It failed: nothing was published. */
  FAILED,
  /** Its process or connection ended under it: nothing was published. */
  INTERRUPTED;

  /** Tells whether the run did all that it was asked for. */
  public boolean isSuccess() {
    return this == APPLIED || this == UNCHANGED;
  }

  /** Returns the name in lower case, as stored and shown. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
