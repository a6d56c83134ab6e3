package io.assetsync.core.error;

/** What the mirror held at some time cannot be told, because its history begins later. */
public final class PastUnknownException extends SyncException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was asked for, and since when the past is known
   */
  public PastUnknownException(String message) {
    super(message, null);
  }

  @Override
  public boolean retryable() {
    return false;
  }

  @Override
  public String code() {
    return "past.unknown";
  }
}
