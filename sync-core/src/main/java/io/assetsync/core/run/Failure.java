package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.RunTimeoutException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.error.SyncException;

/**
 * Why a run did not end well.
 *
 * @param blame whose it is to mend
 * @param code a stable name of the kind of failure, such as {@code source.refused}
 * @param message one sentence for the operator, without secrets
 */
public record Failure(Blame blame, String code, String message) {

  /** Whose it is to mend. */
  public enum Blame {
    /** The source's; also if a run takes too long, for its time is spent on reading. */
    SOURCE,
    STORE,
    /** Nobody's: the run gave way or was told to stop. */
    NOBODY,
    /** This library's or an extension's. */
    BUG
  }

  /** What a run log writes about a run of which nothing was heard again. */
  public static final Failure INTERRUPTED =
      new Failure(
          Blame.NOBODY,
          "run.interrupted",
          "the process of the run, or its connection to the mirror, ended before the run did");

  public Failure {
    requireNonNull(blame, "blame");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
  }

  /** Describes an exception; one that is no {@link SyncException} is a bug. */
  public static Failure of(Throwable thrown) {
    if (thrown instanceof SourceException source) {
      return of(Blame.SOURCE, source);
    }
    if (thrown instanceof StoreException store) {
      return of(Blame.STORE, store);
    }
    if (thrown instanceof RunTimeoutException timeout) {
      return of(Blame.SOURCE, timeout);
    }
    if (thrown instanceof SyncException other) {
      return of(Blame.NOBODY, other);
    }
    return new Failure(
        Blame.BUG,
        "bug",
        "unexpected " + thrown.getClass().getSimpleName() + "; the log has the details");
  }

  private static Failure of(Blame blame, SyncException exception) {
    return new Failure(blame, exception.code(), String.valueOf(exception.getMessage()));
  }
}
