package io.assetsync.http;

import io.assetsync.core.error.PastUnknownException;
import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.SyncException;
import io.assetsync.core.error.UnsuitableRunException;
import io.assetsync.core.run.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what was thrown into problems. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /**
   * Returns the problem; what is no failure of a run but a bug is logged and not told.
   *
   * @param isChange whether something was to be changed; that it was not stands in the log, too,
   *     since there may be no run to tell of it
   */
  static Problem problem(Throwable thrown, boolean isChange) {
    if (thrown instanceof Problem problem) {
      return problem;
    }
    if (thrown instanceof RunInProgressException busy) {
      Problem problem = new Problem(ProblemType.RUN_IN_PROGRESS, String.valueOf(busy.getMessage()));
      return busy.active().map(problem::about).orElse(problem);
    }
    if (thrown instanceof UnsuitableRunException) {
      return new Problem(ProblemType.RUN_UNSUITABLE, String.valueOf(thrown.getMessage()));
    }
    if (thrown instanceof PastUnknownException) {
      return new Problem(ProblemType.BAD_REQUEST, String.valueOf(thrown.getMessage()));
    }
    if (thrown instanceof SyncException) {
      Failure failure = Failure.of(thrown);
      if (isChange) {
        LOG.warn("What was asked for could not be done: {}", failure.message());
      }
      return new Problem(type(failure), failure.message());
    }
    LOG.error("A call failed", thrown);
    return new Problem(ProblemType.INTERNAL, "the log has the details under the request's id");
  }

  /** Returns the kind of problem that a run with this failure is to those who wait for it. */
  static ProblemType type(Failure failure) {
    return switch (failure.blame()) {
      case SOURCE -> ProblemType.SOURCE_FAILED;
      case STORE -> ProblemType.STORE_FAILED;
      case NOBODY -> ProblemType.RUN_CANCELLED;
      case BUG -> ProblemType.INTERNAL;
    };
  }
}
