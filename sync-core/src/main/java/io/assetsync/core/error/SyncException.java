package io.assetsync.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A run could not do its work.
 *
 * <p>The message is one sentence for the operator: what failed and what to look at. It never holds
 * a token, a password or a response's body.
 */
public abstract class SyncException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SyncException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Tells whether the same run may succeed later without anybody changing anything. */
  public abstract boolean retryable();

  /** Returns a stable name of this kind of failure, such as {@code source.unavailable}. */
  public abstract String code();
}
