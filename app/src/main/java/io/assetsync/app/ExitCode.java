package io.assetsync.app;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.RunTimeoutException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.error.UnsuitableRunException;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.RunReport;
import io.assetsync.http.ListenException;
import io.assetsync.postgres.embedded.EmbeddedDatabaseException;
import io.assetsync.scheduler.ClockOffException;

/** How the process ends; scripts rely on the numbers. */
enum ExitCode {
  /** Applied, unchanged or previewed; or the service was stopped in good order. */
  OK(0),
  /** The command line, a setting or the machine is at fault, as a port in use. */
  CONFIGURATION(2),
  SOURCE(3),
  STORE(4),
  /** The guards refused the run or held something back. */
  REFUSED(5),
  /** Another run was under way. */
  SKIPPED(6),
  /** A defect of the program. */
  BUG(31),
  /** The run was told to stop; the number is what a shell reports after Ctrl-C. */
  CANCELLED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static ExitCode of(RunReport report) {
    return switch (report.outcome()) {
      case APPLIED, UNCHANGED, PREVIEWED -> OK;
      case HELD, REFUSED -> REFUSED;
      case SKIPPED, MISSED -> SKIPPED;
      case CANCELLED -> CANCELLED;
      case FAILED -> report.failure().map(Failure::blame).map(ExitCode::of).orElse(BUG);
      case RUNNING, INTERRUPTED -> BUG;
    };
  }

  static ExitCode of(Throwable thrown) {
    if (thrown instanceof InvalidConfigurationException
        || thrown instanceof ListenException
        || thrown instanceof ClockOffException
        || thrown instanceof UnsuitableRunException) {
      return CONFIGURATION;
    }
    if (thrown instanceof SourceException || thrown instanceof RunTimeoutException) {
      return SOURCE;
    }
    if (thrown instanceof StoreException || thrown instanceof EmbeddedDatabaseException) {
      return STORE;
    }
    if (thrown instanceof RunInProgressException) {
      return SKIPPED;
    }
    return thrown instanceof RunCancelledException ? CANCELLED : BUG;
  }

  private static ExitCode of(Failure.Blame blame) {
    return switch (blame) {
      case SOURCE -> SOURCE;
      case STORE -> STORE;
      case NOBODY, BUG -> BUG;
    };
  }
}
