package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;

/**
 * Where and how the calls are answered.
 *
 * @param host the address to listen at; a loopback one if nobody is authenticated
 * @param port the port to listen at, 0 for any free one
 * @param requiredProbes names of the probes without which the service is not ready
 * @param probeTimeout how long a health call waits for a probe, up to a minute
 * @param stopTimeout how long {@link HttpServer#close()} waits for calls under way
 * @param security who is let in
 * @param reach how clients reach the server
 * @param limits what clients may take up
 */
public record HttpConfig(
    String host,
    int port,
    Set<String> requiredProbes,
    Duration probeTimeout,
    Duration stopTimeout,
    Security security,
    Reach reach,
    Limits limits) {

  private static final Duration MAX_PROBE_TIMEOUT = Duration.ofMinutes(1);

  /**
   * 127.0.0.1:8000, reached directly and open to everybody there; {@code database} is required; 5
   * seconds for a probe, 30 to stop.
   */
  public static final HttpConfig DEFAULT =
      new HttpConfig(
          "127.0.0.1",
          8000,
          Set.of("database"),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Security.OPEN,
          Reach.DIRECT,
          Limits.DEFAULT);

  public HttpConfig {
    requireNonNull(host, "host");
    requiredProbes = Set.copyOf(requiredProbes);
    requireNonNull(probeTimeout, "probeTimeout");
    requireNonNull(stopTimeout, "stopTimeout");
    requireNonNull(security, "security");
    requireNonNull(reach, "reach");
    requireNonNull(limits, "limits");
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is empty; use 127.0.0.1");
    }
    if (security.isOpen() && !Loopback.names(host)) {
      throw new IllegalArgumentException(
          "the host '"
              + host
              + "' is not a loopback address, and nobody is authenticated: configure tokens or JWT"
              + " if other machines are to call, or use 127.0.0.1");
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
    return DEFAULT.withAddress(host, port);
  }

  public HttpConfig withAddress(String newHost, int newPort) {
    return new HttpConfig(
        newHost, newPort, requiredProbes, probeTimeout, stopTimeout, security, reach, limits);
  }

  public HttpConfig withTimeouts(Duration newProbeTimeout, Duration newStopTimeout) {
    return new HttpConfig(
        host, port, requiredProbes, newProbeTimeout, newStopTimeout, security, reach, limits);
  }

  public HttpConfig withRequiredProbes(Set<String> newRequiredProbes) {
    return new HttpConfig(
        host, port, newRequiredProbes, probeTimeout, stopTimeout, security, reach, limits);
  }

  public HttpConfig withSecurity(Security newSecurity) {
    return new HttpConfig(
        host, port, requiredProbes, probeTimeout, stopTimeout, newSecurity, reach, limits);
  }

  public HttpConfig withReach(Reach newReach) {
    return new HttpConfig(
        host, port, requiredProbes, probeTimeout, stopTimeout, security, newReach, limits);
  }

  public HttpConfig withLimits(Limits newLimits) {
    return new HttpConfig(
        host, port, requiredProbes, probeTimeout, stopTimeout, security, reach, newLimits);
  }

  /** Tells whether only this machine reaches the server's address. */
  boolean isLocal() {
    return Loopback.names(host);
  }
}
