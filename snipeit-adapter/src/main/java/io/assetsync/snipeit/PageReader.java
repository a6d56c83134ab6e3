package io.assetsync.snipeit;

import io.assetsync.snipeit.PagesAhead.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages as large as the server can make them: smaller ones where it fails, in the end a
 * single row, and past that row if even it cannot be had. Used by one thread at a time.
 */
final class PageReader {

  private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);
  private static final int MAX_LOST = 20;

  /** A timeout costs minutes, so there are few attempts to come down to a single row. */
  private static final int DIVISOR_AFTER_TIMEOUT = 8;

  /** What reading came to. */
  sealed interface Fetched {}

  /** The rows of a page that begins where it was asked for. */
  record Rows(PageRows rows) implements Fetched {}

  /** The first row wanted, which came only without the one before it. */
  record SingleRow(long position, PageRows rows) implements Fetched {}

  /** A row on which the server fails even alone. */
  record LostRow(long position, Failure failure) implements Fetched {}

  /** The token may not read the listing. */
  record Forbidden(Failure failure) implements Fetched {}

  private final PagesAhead pages;
  private final PageSize size;
  private final Calls calls;
  private int lost;
  private boolean lostLast;

  PageReader(PagesAhead pages, PageSize size, Calls calls) {
    this.pages = pages;
    this.size = size;
    this.calls = calls;
  }

  /** Returns how many rows the next page may have. */
  int pageSize() {
    return size.rows();
  }

  /**
   * Reads the page that begins at a row.
   *
   * @param overlap how many rows at its beginning, 0 or 1, are there already
   * @throws io.assetsync.core.error.SourceException if it cannot be had, or too many rows were lost
   */
  Fetched read(long offset, int overlap) {
    for (int attempt = 1; ; attempt++) {
      Answer<PageRows> answer = pages.get(new Place(offset, size.rows()));
      if (answer instanceof Answer.Data<PageRows> data) {
        noteSuccess();
        return new Rows(data.value());
      }
      Failure failure = ((Answer.Failed<PageRows>) answer).failure();
      boolean isTimeout = failure.trouble().isTimeout();
      if (isIncurable(failure) || (isTimeout && (lostLast || attempt >= calls.attempts()))) {
        return refused(failure);
      }
      if (!size.canShrink()) {
        return readSingle(offset, overlap);
      }
      size.shrink(isTimeout ? DIVISOR_AFTER_TIMEOUT : 2);
      calls.rest(1);
      LOG.warn("{}; asking for {} rows at a time", failure.sentence(), size.rows());
    }
  }

  /** Stops the calls that are under way. */
  void stop() {
    pages.drop();
  }

  /** Reads the first row wanted without those around it. */
  private Fetched readSingle(long offset, int overlap) {
    Place single = new Place(offset + overlap, 1);
    for (int attempt = 1; ; attempt++) {
      Answer<PageRows> answer = pages.get(single);
      if (answer instanceof Answer.Data<PageRows> data) {
        return single(offset, overlap, data.value());
      }
      Failure failure = ((Answer.Failed<PageRows>) answer).failure();
      if (isIncurable(failure)) {
        return refused(failure);
      }
      if (lostLast || failure.trouble().isTimeout() || attempt >= calls.attempts()) {
        return lose(single.offset(), failure);
      }
      calls.rest(attempt);
    }
  }

  /** Tries once more to get the row with the one before it, which proves where it belongs. */
  private Fetched single(long offset, int overlap, PageRows row) {
    if (overlap == 0) {
      noteSuccess();
      return new Rows(row);
    }
    Answer<PageRows> both = pages.get(new Place(offset, size.rows()));
    noteSuccess();
    return both instanceof Answer.Data<PageRows> data
        ? new Rows(data.value())
        : new SingleRow(offset + overlap, row);
  }

  private Fetched lose(long position, Failure failure) {
    lost++;
    if (lost > MAX_LOST) {
      throw failure.toException();
    }
    LOG.warn("The row at position {} is left out: {}", position, failure.sentence());
    lostLast = true;
    return new LostRow(position, failure);
  }

  private void noteSuccess() {
    if (lostLast) {
      size.restore();
    } else {
      size.succeeded();
    }
    lostLast = false;
    if (!size.isFull()) {
      // A server that is in trouble gets one call at a time.
      pages.drop();
    }
  }

  /** Tells whether fewer rows do not help: then no row is to blame either. */
  private boolean isIncurable(Failure failure) {
    return failure.trouble().repeat() != Trouble.Repeat.SMALLER
        || (failure.trouble() == Trouble.TOO_LARGE && !size.canShrink());
  }

  private static Fetched refused(Failure failure) {
    if (failure.trouble() == Trouble.FORBIDDEN) {
      return new Forbidden(failure);
    }
    throw failure.toException();
  }
}
