package io.assetsync.core.source;

import java.time.Duration;

/**
 * What reading has cost.
 *
 * @param calls requests sent, repeated ones included
 * @param bytes size of the bodies received, as they came over the wire or after decompression,
 *     whichever the source knows
 * @param waited time spent waiting to respect the source's rate limit or between attempts
 */
public record ReadCost(long calls, long bytes, Duration waited) {

  public static final ReadCost NONE = new ReadCost(0, 0, Duration.ZERO);

  /** Returns the cost that has come since an earlier reading of the same counters. */
  public ReadCost since(ReadCost earlier) {
    return new ReadCost(calls - earlier.calls, bytes - earlier.bytes, waited.minus(earlier.waited));
  }
}
