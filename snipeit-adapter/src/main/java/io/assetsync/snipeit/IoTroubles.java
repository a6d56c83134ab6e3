package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells what an exception of the transport or of the JSON parser means. */
final class IoTroubles {

  private final boolean behindProxy;

  /**
   * @param behindProxy whether the only host that is resolved and connected to is a proxy
   */
  IoTroubles(boolean behindProxy) {
    this.behindProxy = behindProxy;
  }

  Trouble of(IOException thrown) {
    if (thrown instanceof UnusableAnswerException unusable) {
      return unusable.trouble();
    }
    if (thrown instanceof JsonProcessingException) {
      return thrown instanceof JsonEOFException ? Trouble.TRUNCATED : Trouble.BROKEN_JSON;
    }
    if (thrown instanceof UnknownHostException) {
      return behindProxy ? Trouble.UNKNOWN_PROXY : Trouble.UNKNOWN_HOST;
    }
    if (thrown instanceof ConnectException
        || thrown instanceof ConnectTimeoutException
        || thrown instanceof NoRouteToHostException) {
      return behindProxy ? Trouble.NO_CONNECTION_TO_PROXY : Trouble.NO_CONNECTION;
    }
    if (thrown instanceof SocketTimeoutException) {
      return Trouble.SILENCE;
    }
    if (thrown instanceof SSLException) {
      return ofTls(thrown);
    }
    return thrown instanceof EOFException ? Trouble.TRUNCATED : Trouble.CUT_OFF;
  }

  private static Trouble ofTls(IOException thrown) {
    if (thrown instanceof SSLPeerUnverifiedException) {
      return Trouble.FOREIGN_CERTIFICATE;
    }
    if (isCausedBy(thrown, CertificateExpiredException.class)) {
      return Trouble.EXPIRED_CERTIFICATE;
    }
    if (isCausedBy(thrown, CertPathBuilderException.class)
        || isCausedBy(thrown, CertPathValidatorException.class)) {
      return Trouble.UNTRUSTED_CERTIFICATE;
    }
    // What remains to be wrong with a certificate is the name.
    return isCausedBy(thrown, CertificateException.class)
        ? Trouble.FOREIGN_CERTIFICATE
        : Trouble.NO_TLS;
  }

  private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
