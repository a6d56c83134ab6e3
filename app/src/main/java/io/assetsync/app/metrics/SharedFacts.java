package io.assetsync.app.metrics;

import io.assetsync.core.run.RunReport;
import java.time.Instant;
import java.util.Optional;

/**
 * What all instances on one database know alike, as of one look at it.
 *
 * @param lastSuccess the end of the last run that did all it was asked for
 * @param lastEnded the last run that has ended and was no preview
 * @param lastFull the last full run that came to its end
 * @param active the start of the run under way
 * @param scheduleRuns whether runs start at their times
 * @param next when the next one does
 */
record SharedFacts(
    Optional<Instant> lastSuccess,
    Optional<RunReport> lastEnded,
    Optional<RunReport> lastFull,
    Optional<Instant> active,
    boolean scheduleRuns,
    Optional<Instant> next) {

  static final SharedFacts UNKNOWN =
      new SharedFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());
}
