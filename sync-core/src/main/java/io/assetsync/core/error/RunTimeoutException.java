package io.assetsync.core.error;

import java.time.Duration;

/** The run took longer than it may, and was stopped. */
public final class RunTimeoutException extends SyncException {

  private static final long serialVersionUID = 1L;

  /**
   * @param limit the time that a run may take
   */
  public RunTimeoutException(Duration limit) {
    super(
        "the run was stopped because it took longer than the "
            + limit.toMinutes()
            + " minutes it may; look at how fast the source answers, or raise the limit",
        null);
  }

  @Override
  public boolean retryable() {
    return true;
  }

  @Override
  public String code() {
    return "run.timeout";
  }
}
