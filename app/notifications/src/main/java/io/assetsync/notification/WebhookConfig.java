package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Secret;
import java.util.Optional;

/**
 * Where notices are posted.
 *
 * @param secret the key of the signature, at least {@link #MIN_SECRET} characters; without it calls
 *     are not signed
 */
public record WebhookConfig(Endpoint endpoint, Optional<Secret> secret, WebhookShape shape) {

  /** The least number of characters of a secret. */
  public static final int MIN_SECRET = 16;

  public WebhookConfig {
    requireNonNull(endpoint, "endpoint");
    requireNonNull(secret, "secret");
    requireNonNull(shape, "shape");
    secret.ifPresent(WebhookConfig::requireSecret);
  }

  /**
   * Returns a key that can be signed with.
   *
   * @throws IllegalArgumentException if it is too short
   */
  public static Secret requireSecret(Secret key) {
    if (key.reveal().length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "it is too short to sign with; expected at least "
              + MIN_SECRET
              + " characters at random");
    }
    return key;
  }
}
