package io.assetsync.notification;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what the end of a run means. Usable from any thread. */
final class RunEnds {

  private static final Logger LOG = LoggerFactory.getLogger(RunEnds.class);

  /** How many runs are looked through for the one before that counts. */
  private static final int LOOKED_THROUGH = 50;

  private final RunLog runs;

  RunEnds(RunLog runs) {
    this.runs = runs;
  }

  /**
   * Returns what a run's end is, or empty if nobody needs to know: it was a preview, it gave way or
   * was cancelled, or it is an undo, which a person has just asked for and sees succeed.
   */
  static Optional<NoticeKind> kind(RunReport report) {
    if (report.request().mode() == RunMode.PREVIEW) {
      return Optional.empty();
    }
    return switch (report.outcome()) {
      case FAILED, INTERRUPTED -> Optional.of(NoticeKind.FAILURE);
      case REFUSED -> Optional.of(NoticeKind.REFUSAL);
      case HELD -> Optional.of(NoticeKind.HELD);
      case APPLIED, UNCHANGED ->
          report.request().mode() == RunMode.UNDO
              ? Optional.empty()
              : Optional.of(NoticeKind.SUCCESS);
      case RUNNING, PREVIEWED, SKIPPED, MISSED, CANCELLED -> Optional.empty();
    };
  }

  /**
   * Tells whether the run that counts before this one, on whatever instance, ended badly; false
   * where the run log cannot be reached.
   */
  boolean followsTrouble(RunReport report) {
    try {
      return runs.before(report.id(), LOOKED_THROUGH).stream()
          .flatMap(earlier -> kind(earlier).stream())
          .findFirst()
          .map(NoticeKind::isBadEnd)
          .orElse(false);
    } catch (StoreException e) {
      LOG.debug("It cannot be told whether run {} follows trouble", report.id(), e);
      return false;
    }
  }
}
