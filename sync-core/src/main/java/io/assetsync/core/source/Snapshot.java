package io.assetsync.core.source;

import java.util.List;
import java.util.Optional;

/**
 * One pass over all entities of a type, page by page, as the source shows them while the pass
 * lasts.
 *
 * <p>Entities present during the whole pass are delivered at least once, or {@link #completeness()}
 * says why not. An entity may come twice; the later one counts. Order is not promised.
 *
 * <p>Used by one thread. Close it even after a failure; closing twice is harmless and never throws.
 */
public interface Snapshot extends AutoCloseable {

  /**
   * Returns the next page, or empty at the end and ever after.
   *
   * @throws io.assetsync.core.error.SourceException if the page cannot be had; {@code retryable()}
   *     tells whether a later run may succeed
   * @throws io.assetsync.core.error.RunCancelledException if the thread is interrupted while
   *     waiting
   */
  Optional<Page> next();

  /**
   * Tells whether absence from this snapshot is evidence.
   *
   * @throws IllegalStateException before {@link #next()} has come back empty
   */
  Completeness completeness();

  /**
   * Returns how far this pass has got, to be kept for the next run. Entities {@linkplain
   * Page#unlisted found by asking} are added to it by the run.
   *
   * @throws IllegalStateException before {@link #next()} has come back empty
   */
  default Bookmark bookmark() {
    return Bookmark.NONE;
  }

  /**
   * Returns what a person should know about the pass as a whole, in sentences without personal
   * data.
   *
   * @throws IllegalStateException before {@link #next()} has come back empty
   */
  default List<String> remarks() {
    return List.of();
  }

  /** Returns what the pass has cost so far. */
  ReadCost cost();

  @Override
  void close();
}
