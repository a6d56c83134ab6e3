package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where and how the calls are answered.
 *
 * @param host the address to listen at: {@code localhost}, {@code ::1} or an IPv4 address that
 *     begins with 127, for calls are not authenticated
 * @param port the port to listen at, 0 for any free one
 * @param probeTimeout how long a health call waits for a probe, up to a minute
 * @param optionalProbes names of the probes whose failure does not make the service unready
 * @param stopTimeout how long {@link HttpServer#close()} waits for requests under way
 */
public record HttpConfig(
    String host,
    int port,
    Duration probeTimeout,
    Set<String> optionalProbes,
    Duration stopTimeout) {

  private static final Duration MAX_PROBE_TIMEOUT = Duration.ofMinutes(1);
  private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");

  /** 127.0.0.1:8000, 5 seconds for a probe, {@code source} optional, 30 seconds to stop. */
  public static final HttpConfig DEFAULT =
      new HttpConfig(
          "127.0.0.1", 8000, Duration.ofSeconds(5), Set.of("source"), Duration.ofSeconds(30));

  public HttpConfig {
    requireNonNull(host, "host");
    requireNonNull(probeTimeout, "probeTimeout");
    optionalProbes = Set.copyOf(optionalProbes);
    requireNonNull(stopTimeout, "stopTimeout");
    if (!LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "the host '"
              + host
              + "' is not a loopback address, and calls from other machines cannot be authenticated"
              + " yet; use 127.0.0.1 and a reverse proxy that authenticates");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the port must be from 0 to 65535, not " + port);
    }
    if (probeTimeout.compareTo(Duration.ZERO) <= 0
        || probeTimeout.compareTo(MAX_PROBE_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "the probe timeout must be above zero and at most one minute, not " + probeTimeout);
    }
    if (stopTimeout.isNegative()) {
      throw new IllegalArgumentException("the stop timeout must not be negative: " + stopTimeout);
    }
  }

  /** Returns the default settings for another address. */
  public static HttpConfig at(String host, int port) {
    return new HttpConfig(
        host, port, DEFAULT.probeTimeout(), DEFAULT.optionalProbes(), DEFAULT.stopTimeout());
  }
}
