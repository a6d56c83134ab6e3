package io.assetsync.core.error;

/** The times of the schedule that a run was to be for have their record already. */
public final class TimeTakenException extends SyncException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which times
   */
  public TimeTakenException(String message) {
    super(message, null);
  }

  @Override
  public boolean retryable() {
    return false;
  }

  @Override
  public String code() {
    return "run.time_taken";
  }
}
