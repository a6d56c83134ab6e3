package io.assetsync.http;

import java.io.IOException;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/**
 * The server cannot listen at its address. The message names host and port, the reason and what to
 * do.
 */
public final class ListenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ListenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static ListenException at(HttpConfig config, IOException cause) {
    boolean taken = cause instanceof BindException || cause.getCause() instanceof BindException;
    String why =
        taken
            ? "is used by another program; stop that or choose another port"
            : "cannot be opened; check that the host is an address of this machine";
    return new ListenException(
        "cannot listen at " + config.host() + ":" + config.port() + ", which " + why, cause);
  }
}
