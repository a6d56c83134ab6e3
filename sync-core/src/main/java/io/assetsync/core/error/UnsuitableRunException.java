package io.assetsync.core.error;

/** What was asked for cannot be done with the run that was named. */
public final class UnsuitableRunException extends SyncException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which run, and why it will not do
   */
  public UnsuitableRunException(String message) {
    super(message, null);
  }

  @Override
  public boolean retryable() {
    return false;
  }

  @Override
  public String code() {
    return "run.unsuitable";
  }
}
