package io.assetsync.notification;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Words for what went wrong with a connection; never an exception's own, which may tell more. */
final class IoWords {

  private IoWords() {}

  static String of(IOException thrown) {
    if (thrown instanceof UnknownHostException) {
      return "its host is unknown";
    }
    if (thrown instanceof ConnectException || thrown instanceof ConnectTimeoutException) {
      return "no connection could be made";
    }
    if (thrown instanceof SocketTimeoutException) {
      return "it was silent for too long";
    }
    return thrown instanceof SSLException
        ? "its certificate is not trusted, or it does not speak TLS"
        : "the connection broke (" + thrown.getClass().getSimpleName() + ")";
  }
}
