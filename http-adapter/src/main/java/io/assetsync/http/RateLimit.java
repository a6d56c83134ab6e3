package io.assetsync.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets each client ask so many times a second, and as many at once after a quiet second. */
final class RateLimit {

  private static final int MAX_CLIENTS = 10_000;

  private final int perSecond;
  private final LongSupplier nanos;
  private final RecentlyUsed<Bucket> buckets;

  /**
   * @param nanos a clock as {@link System#nanoTime}
   */
  RateLimit(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.buckets = new RecentlyUsed<>(MAX_CLIENTS, () -> new Bucket(perSecond, nanos.getAsLong()));
  }

  /**
   * @throws Problem if the client asks too often
   */
  void count(String client) {
    if (!take(client)) {
      throw new Problem(
              ProblemType.TOO_MANY_REQUESTS,
              "%s may send %d requests a second; wait a second".formatted(client, perSecond))
          .withHeader("Retry-After", "1");
    }
  }

  private synchronized boolean take(String client) {
    Bucket bucket = buckets.of(client);
    long now = nanos.getAsLong();
    double earned = (double) (now - bucket.since) / TimeUnit.SECONDS.toNanos(1) * perSecond;
    bucket.left = Math.min(perSecond, bucket.left + earned);
    bucket.since = now;
    if (bucket.left < 1) {
      return false;
    }
    bucket.left--;
    return true;
  }

  private static final class Bucket {
    private double left;
    private long since;

    Bucket(double left, long since) {
      this.left = left;
      this.since = since;
    }
  }
}
