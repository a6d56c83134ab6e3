package io.assetsync.snipeit;

import io.assetsync.core.error.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that came to nothing.
 *
 * @param trouble what is wrong
 * @param where the URL without query, or the file, that it is about, with the HTTP status if any
 * @param retryAfter how long the server asks to wait
 * @param cause what the transport threw; never an exception that quotes a body
 */
record Failure(
    Trouble trouble, String where, Optional<Duration> retryAfter, @Nullable IOException cause) {

  Failure(Trouble trouble, String where) {
    this(trouble, where, Optional.empty(), null);
  }

  /** Returns the one sentence for the operator. */
  String sentence() {
    return trouble.sentence() + " [" + where + "]";
  }

  SourceException toException() {
    return new SourceException(trouble.fault(), sentence(), cause);
  }
}
