package io.assetsync.core.error;

/**
 * The run was asked to stop. Whoever waits on behalf of a run throws this when its thread is
 * interrupted, and leaves it interrupted.
 */
public final class RunCancelledException extends SyncException {

  private static final long serialVersionUID = 1L;

  public RunCancelledException() {
    super("the run was cancelled", null);
  }

  @Override
  public boolean retryable() {
    return true;
  }

  @Override
  public String code() {
    return "run.cancelled";
  }
}
