package io.assetsync.http;

import java.util.Optional;

/**
 * Tells who somebody is by credentials.
 *
 * <p>Asked for each request that has some, by many threads at once; a slow answer holds the request
 * and its thread.
 */
@FunctionalInterface
public interface Authenticator {

  /**
   * Returns whose credentials these are, or empty if they are not accepted, whatever is wrong with
   * them.
   *
   * @throws AuthenticationUnavailableException if that cannot be told at present
   */
  Optional<Principal> authenticate(Credentials credentials);
}
