package io.assetsync.core.error;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import java.util.Optional;

/** Another run holds the mirror: one run at a time per database, whoever starts it. */
public final class RunInProgressException extends SyncException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<RunId> active;

  /**
   * @param active the run under way, empty if it is not known
   */
  public RunInProgressException(Optional<RunId> active) {
    super(
        active.map(id -> "run " + id + " is under way").orElse("another run is under way")
            + "; wait until it has ended",
        null);
    this.active = requireNonNull(active, "active");
  }

  /** Returns the run under way, or empty if it is not known. */
  public Optional<RunId> active() {
    return active;
  }

  @Override
  public boolean retryable() {
    return true;
  }

  @Override
  public String code() {
    return "run.in_progress";
  }
}
