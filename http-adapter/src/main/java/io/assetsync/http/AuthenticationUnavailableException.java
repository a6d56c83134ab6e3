package io.assetsync.http;

/**
 * Credentials cannot be checked at present, as when the identity provider's keys cannot be had. The
 * client is told to come back; the message goes to it and holds no secret.
 */
public final class AuthenticationUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AuthenticationUnavailableException(String message) {
    super(message);
  }
}
