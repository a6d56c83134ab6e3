package io.assetsync.core.run;

import io.assetsync.core.model.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of all runs. A run is recorded whatever becomes of its data. How long things took is
 * kept to the millisecond.
 *
 * <p>Usable from any thread. Every method throws {@link io.assetsync.core.error.StoreException}
 * when the record cannot be reached or used.
 */
public interface RunLog {

  /**
   * Records that a run begins, and gives it the next number.
   *
   * @return the run; of the times of the request it has those that had no record before
   * @throws io.assetsync.core.error.TimeTakenException if the request is for times of the schedule
   *     and each of them has its record already; then nothing is recorded
   */
  RunReport started(RunRequest request, Instant at);

  /**
   * Records a run that did not begin, in one step: nobody ever sees it running.
   *
   * @param outcome {@link Outcome#SKIPPED} or {@link Outcome#MISSED}
   * @return the record, which ends when it begins; of the times it has those as {@link #started}
   * @throws io.assetsync.core.error.TimeTakenException as {@link #started}
   */
  RunReport notStarted(RunRequest request, Outcome outcome, Failure why, Instant at);

  /**
   * Records how a run ended, or replaces what was recorded before.
   *
   * @throws IllegalArgumentException if the run is not in the log or the report says it is running
   */
  void finished(RunReport report);

  /**
   * Closes every run that is recorded as running as interrupted, with {@link Failure#INTERRUPTED}.
   * To be called only by the one who holds the mirror, for then no other run can be under way.
   *
   * <p>A log that can tell that such a run had published closes it as applied, or as held if it
   * left something out, with a failure that says that its counts are lost.
   *
   * @return the runs closed, in ascending order
   */
  List<RunId> closeInterrupted(Instant at);

  /** Returns a run, or empty if there is none of that number. */
  Optional<RunReport> find(RunId id);

  /** Returns the oldest run that is recorded as running, or empty if there is none. */
  Optional<RunId> running();

  /**
   * Returns the newest runs, newest first; at most the given number. Their parts come without
   * findings and without the keys of held rows, which {@link #find} returns.
   */
  List<RunReport> latest(int max);

  /** Returns the newest runs before one, as {@link #latest} does; that one need not exist. */
  List<RunReport> before(RunId id, int max);

  /**
   * Returns the last run that did all it was asked for and was not undone, as {@link #latest} does:
   * the mirror is as fresh as that. A run that undoes others is none.
   */
  Optional<RunReport> lastSuccess();
}
