package io.assetsync.http;

import org.jspecify.annotations.Nullable;

/**
 * The server cannot listen at its address. The message names host and port, the reason and what to
 * do.
 */
public final class ListenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ListenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
