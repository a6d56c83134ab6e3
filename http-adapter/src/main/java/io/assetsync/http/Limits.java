package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What clients may take up.
 *
 * @param requestsPerSecond by one client address, 1 to 100000; as many may come at once
 * @param maxConnections at a time, 10 to 10000; further ones wait
 * @param receiveTimeout how long a request may take to arrive, up to 5 minutes
 */
public record Limits(int requestsPerSecond, int maxConnections, Duration receiveTimeout) {

  private static final Duration MAX_RECEIVE_TIMEOUT = Duration.ofMinutes(5);

  /** 1000 requests a second, 1000 connections, 20 seconds. */
  public static final Limits DEFAULT = new Limits(1000, 1000, Duration.ofSeconds(20));

  public Limits {
    requireNonNull(receiveTimeout, "receiveTimeout");
    requireRange("number of requests per second", requestsPerSecond, 1, 100_000);
    requireRange("number of connections", maxConnections, 10, 10_000);
    if (receiveTimeout.compareTo(Duration.ZERO) <= 0
        || receiveTimeout.compareTo(MAX_RECEIVE_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "the receive timeout must be above zero and at most 5 minutes, not " + receiveTimeout);
    }
  }

  public Limits withRequestsPerSecond(int newRequestsPerSecond) {
    return new Limits(newRequestsPerSecond, maxConnections, receiveTimeout);
  }

  public Limits withMaxConnections(int newMaxConnections) {
    return new Limits(requestsPerSecond, newMaxConnections, receiveTimeout);
  }

  public Limits withReceiveTimeout(Duration newReceiveTimeout) {
    return new Limits(requestsPerSecond, maxConnections, newReceiveTimeout);
  }

  private static void requireRange(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "the %s must be from %d to %d, not %d".formatted(what, min, max, value));
    }
  }
}
