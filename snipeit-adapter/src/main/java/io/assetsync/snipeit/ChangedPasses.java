package io.assetsync.snipeit;

import io.assetsync.core.source.Page;
import java.time.Instant;
import java.util.Optional;

/** The listings in which the changes of a type show. Used by one thread at a time. */
interface ChangedPasses {

  /** Returns the next page, or empty at the end and when the changes cannot be told. */
  Optional<Page> next();

  /** Returns why the changes cannot be told, if they cannot; to be asked after the end. */
  Optional<String> obstacle();

  /**
   * Returns when the first listing had changed last as its reading began: whatever is missed has
   * changed since.
   */
  Optional<Instant> newestAtStart();

  /** Returns when any of the listings had changed last. */
  Optional<Instant> newest();
}
