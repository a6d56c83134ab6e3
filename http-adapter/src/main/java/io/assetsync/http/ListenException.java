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
    return new ListenException(
        "cannot listen at %s, port %d: %s".formatted(config.host(), config.port(), advice(cause)),
        cause);
  }

  private static String advice(IOException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (String.valueOf(cause.getMessage()).contains("Permission denied")) {
      return "this user may not use the port; choose one above 1023";
    }
    return cause instanceof BindException
        ? "another program uses the port; stop that program or choose another port"
        : "the host is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all it has";
  }
}
