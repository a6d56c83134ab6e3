package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;

/**
 * Where and how the calls are answered.
 *
 * @param host the address to listen at; a loopback one, for calls are not authenticated
 * @param port the port to listen at, 0 for any free one
 * @param requiredProbes names of the probes without which the service is not ready
 * @param probeTimeout how long a health call waits for a probe, up to a minute
 * @param stopTimeout how long {@link HttpServer#close()} waits for calls under way
 */
public record HttpConfig(
    String host,
    int port,
    Set<String> requiredProbes,
    Duration probeTimeout,
    Duration stopTimeout) {

  private static final Duration MAX_PROBE_TIMEOUT = Duration.ofMinutes(1);

  /** 127.0.0.1:8000; {@code database} is required; 5 seconds for a probe, 30 to stop. */
  public static final HttpConfig DEFAULT =
      new HttpConfig(
          "127.0.0.1", 8000, Set.of("database"), Duration.ofSeconds(5), Duration.ofSeconds(30));

  public HttpConfig {
    requireNonNull(host, "host");
    requiredProbes = Set.copyOf(requiredProbes);
    requireNonNull(probeTimeout, "probeTimeout");
    requireNonNull(stopTimeout, "stopTimeout");
    if (!Loopback.names(host)) {
      throw new IllegalArgumentException(
          "the host '"
              + host
              + "' is not a loopback address, and calls cannot be authenticated yet: use 127.0.0.1,"
              + " behind a reverse proxy that authenticates if other machines are to call");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the port must be from 0 to 65535, not " + port);
    }
    if (probeTimeout.compareTo(Duration.ZERO) <= 0
        || probeTimeout.compareTo(MAX_PROBE_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "the probe timeout must be above zero and at most a minute, not " + probeTimeout);
    }
    if (stopTimeout.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("the stop timeout must be above zero, not " + stopTimeout);
    }
  }

  /** Returns the default settings for another address. */
  public static HttpConfig at(String host, int port) {
    return new HttpConfig(
        host, port, DEFAULT.requiredProbes, DEFAULT.probeTimeout, DEFAULT.stopTimeout);
  }
}
