package io.assetsync.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.core.model.Secret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a call is ours and recent: the time, and an HMAC-SHA256 over the time, a full stop
 * and the body.
 */
final class Signature {

  static final String HEADER = "X-Asset-Sync-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** Returns the value of the header. */
  static String of(byte[] body, Secret secret, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
      mac.update(time.getBytes(UTF_8));
      mac.update((byte) '.');
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
