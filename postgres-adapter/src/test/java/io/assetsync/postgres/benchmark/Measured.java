package io.assetsync.postgres.benchmark;

import java.util.Comparator;
import java.util.List;

/**
 * One thing done once and what it took.
 *
 * @param seconds wall time
 * @param rowsWritten rows inserted, updated or deleted in the table of the mirror, as PostgreSQL
 *     counted them
 * @param walBytes write-ahead log written
 * @param peakHeapBytes the largest heap in use, garbage included
 */
record Measured(double seconds, long rowsWritten, long walBytes, long peakHeapBytes) {

  /** What took so long, with nothing else known. */
  static Measured ofTime(double seconds) {
    return new Measured(seconds, 0, 0, 0);
  }

  /** Returns the one of median time; of an even number the slower one. */
  static Measured median(List<Measured> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Measured::seconds))
        .toList()
        .get(rounds.size() / 2);
  }
}
