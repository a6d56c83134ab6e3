package io.assetsync.notification;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** Says which servers are trusted; asked for each connection. Usable from any thread. */
@FunctionalInterface
public interface Trust {

  /**
   * Returns what connections are made with.
   *
   * @throws IOException if the certificates to trust cannot be read
   */
  SSLContext context() throws IOException;

  /** Trusts whom Java trusts. */
  static Trust ofJava() {
    return () -> {
      try {
        return SSLContext.getDefault();
      } catch (NoSuchAlgorithmException e) {
        throw new IOException("TLS cannot be set up", e);
      }
    };
  }
}
