package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The monitor that raises an alarm when it is not called.
 *
 * @param success called after each run that did all it was asked for
 * @param failure called after each run that did not
 */
public record PingConfig(Endpoint success, Optional<Endpoint> failure) {

  public PingConfig {
    requireNonNull(success, "success");
    requireNonNull(failure, "failure");
  }
}
