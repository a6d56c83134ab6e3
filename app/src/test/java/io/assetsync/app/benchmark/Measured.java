package io.assetsync.app.benchmark;

import java.util.Comparator;
import java.util.List;

/**
 * One thing done once and what it took.
 *
 * @param seconds wall time
 * @param calls requests to Snipe-IT; 0 where none were meant
 * @param rowsWritten rows inserted, updated or deleted in the mirror, as PostgreSQL counted them
 * @param walBytes write-ahead log written
 * @param peakHeapBytes the largest heap in use, garbage included
 */
record Measured(double seconds, long calls, long rowsWritten, long walBytes, long peakHeapBytes) {

  /** Returns the one of median time; of an even number the slower one. */
  static Measured median(List<Measured> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Measured::seconds))
        .toList()
        .get(rounds.size() / 2);
  }
}
