package io.assetsync.snipeit;

import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.Optional;

/** Pages one after the other, and in the end what they amount to. Used by one thread at a time. */
interface PageSequence {

  /**
   * Returns the next page, or empty at the end and ever after.
   *
   * @throws io.assetsync.core.error.SourceException if the page cannot be had
   * @throws io.assetsync.core.error.RunCancelledException if the thread is interrupted
   */
  Optional<Page> next();

  /** Returns what absence from the pages means; to be asked after their end. */
  Completeness completeness();

  /** Returns how far the pages got; to be asked after their end. */
  default Bookmark bookmark() {
    return Bookmark.NONE;
  }
}
