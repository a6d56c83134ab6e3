package io.assetsync.snipeit;

import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listing read to its end, page by page, while rows come and go in it.
 *
 * <p>Each page is asked for one row before the first one wanted. If it begins with a row already
 * seen, nothing has slipped through between it and the page before. If not, rows before it have
 * gone: it is asked for again from further back, in the end from the first row. A listing in which
 * fewer rows were seen than Snipe-IT counts is read again, a few times.
 */
final class Listing implements PageSequence {

  private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
  private static final int MAX_READINGS = 3;
  private static final int MAX_STEPS_BACK = 30;
  private static final int MAX_REPEATED_PAGES = 3;

  private final Kind kind;
  private final Map<String, String> filter;
  private final Calls calls;
  private final PageDecoder decoder;
  private final PageSize pageSize;

  private SeenRows seen;
  private @Nullable Completeness end;
  private boolean delivered;
  private int readings = 1;
  private long offset;
  private int stepsBack;
  private long stepBack;
  private int repeatedPages;
  private boolean inOrder = true;

  Listing(Kind kind, Map<String, String> filter, Calls calls, SnipeItConfig config) {
    this.kind = kind;
    this.filter = filter;
    this.calls = calls;
    this.decoder = new PageDecoder(kind.mapping(), config.timeZone());
    this.pageSize = new PageSize(kind.pageSize(config.paging()));
    this.seen = SeenRows.of(kind);
  }

  @Override
  public Optional<Page> next() {
    while (end == null) {
      PageRows rows = fetch();
      if (rows == null) {
        break;
      }
      Optional<Page> page = accept(rows);
      if (page.isPresent()) {
        delivered = true;
        return page;
      }
    }
    return Optional.empty();
  }

  @Override
  public Completeness completeness() {
    if (end == null) {
      throw new IllegalStateException(this + " has not been read to its end");
    }
    return end;
  }

  @Override
  public String toString() {
    return "/" + kind.path() + (filter.isEmpty() ? "" : "?" + String.join("&", pairs(filter)));
  }

  /** Returns the page at the offset, or null if the token may not read the listing. */
  private @Nullable PageRows fetch() {
    for (int attempt = 1; ; attempt++) {
      Answer<PageRows> answer = calls.list(kind.path(), query(), decoder);
      if (answer instanceof Answer.Data<PageRows> data) {
        pageSize.succeeded();
        LOG.debug("{}: {} rows from row {} on", this, data.value().size(), offset);
        return data.value();
      }
      Failure failure = ((Answer.Failed<PageRows>) answer).failure();
      if (failure.trouble() == Trouble.FORBIDDEN) {
        end = forbidden(failure);
        return null;
      }
      if (!canShrinkAfter(failure, attempt)) {
        throw failure.toException();
      }
      pageSize.shrink();
      calls.rest();
      LOG.warn("{}; asking for {} rows at a time", failure.sentence(), pageSize.rows());
    }
  }

  private boolean canShrinkAfter(Failure failure, int attempt) {
    if (failure.trouble().repeat() != Trouble.Repeat.SMALLER || !pageSize.canShrink()) {
      return false;
    }
    // Silence costs a whole read timeout each time.
    return failure.trouble() != Trouble.SILENCE || attempt < calls.attempts();
  }

  private Completeness forbidden(Failure failure) {
    return delivered
        ? new Completeness.Incomplete(this + " was forbidden half-way: " + failure.sentence())
        : new Completeness.Forbidden(failure.sentence(), kind.isForbiddenToMost());
  }

  /** Takes the rows that are new, and decides where to go on. */
  private Optional<Page> accept(PageRows rows) {
    boolean isWhole = offset == 0 && rows.size() >= rows.total();
    if (!isWhole && !isInOrder(rows)) {
      inOrder = false;
    }
    if (isWhole) {
      seen = new SeenRows.Listed();
      Optional<Page> page = deliver(rows, 0);
      finish(rows.total());
      return page;
    }
    return inOrder ? acceptAfterSeam(rows) : acceptUnproved(rows);
  }

  private Optional<Page> acceptAfterSeam(PageRows rows) {
    if (rows.size() == 0 && offset < rows.total()) {
      skipRepeatedPage(rows);
      return Optional.empty();
    }
    if (offset > 0 && !beginsWithSeenRow(rows)) {
      goBack("the page at row " + offset + " does not join the one before");
      return Optional.empty();
    }
    int firstNew = firstNew(rows);
    boolean isEnd = offset + rows.size() >= rows.total();
    if (firstNew == rows.size() && !isEnd) {
      skipRepeatedPage(rows);
      return Optional.empty();
    }
    stepsBack = 0;
    stepBack = 0;
    repeatedPages = 0;
    Optional<Page> page = deliver(rows, firstNew);
    if (isEnd) {
      finish(rows.total());
    } else {
      offset = offset + rows.size() - 1;
    }
    return page;
  }

  /** Without order no seam can be proved: every page counts as new, and nothing as complete. */
  private Optional<Page> acceptUnproved(PageRows rows) {
    offset += rows.size();
    if (rows.size() == 0 || offset >= rows.total()) {
      end =
          new Completeness.Incomplete(
              this
                  + " came in another order than that of "
                  + kind.sort()
                  + ", which was asked for");
    }
    return deliver(rows, 0);
  }

  private Optional<Page> deliver(PageRows rows, int firstNew) {
    for (int row = firstNew; row < rows.size(); row++) {
      seen.add(rows.key(row));
    }
    return rows.from(firstNew, kind.type());
  }

  /** Asks for the page again from further back, twice as far each time in a row. */
  private void goBack(String evidence) {
    stepsBack++;
    if (stepsBack > MAX_STEPS_BACK) {
      readAgain(evidence + " and could not be joined in " + MAX_STEPS_BACK + " steps back");
      return;
    }
    stepBack = stepBack == 0 ? Math.max(1, pageSize.rows() / 2) : stepBack * 2;
    LOG.debug("{}: {}; going {} rows back", this, evidence, stepBack);
    offset = Math.max(0, offset - stepBack);
  }

  private void skipRepeatedPage(PageRows rows) {
    repeatedPages++;
    if (repeatedPages > MAX_REPEATED_PAGES && (stepBack == 0 || rows.size() == 0)) {
      readAgain(
          rows.size() == 0
              ? "an empty page came at row " + offset + " of " + rows.total()
              : "the page at row " + offset + " of " + rows.total() + " repeats rows already seen");
      return;
    }
    offset += Math.max(0, rows.size() - 1);
  }

  private void finish(long total) {
    if (seen.count() >= total) {
      end = Completeness.COMPLETE;
    } else {
      readAgain(seen.count() + " rows were listed where Snipe-IT counts " + total);
    }
  }

  private void readAgain(String evidence) {
    readings++;
    if (readings > MAX_READINGS) {
      end =
          new Completeness.Incomplete(
              this + " could not be proved complete in " + MAX_READINGS + " readings: " + evidence);
      return;
    }
    LOG.warn("{} is read again: {}", this, evidence);
    seen = SeenRows.of(kind);
    offset = 0;
    stepsBack = 0;
    stepBack = 0;
    repeatedPages = 0;
  }

  private boolean isInOrder(PageRows rows) {
    if (!kind.sort().equals(Kind.BY_ID)) {
      return true;
    }
    long last = 0;
    for (int row = 0; row < rows.size(); row++) {
      long key = rows.key(row);
      if (key > 0 && key <= last) {
        return false;
      }
      last = Math.max(last, key);
    }
    return true;
  }

  private boolean beginsWithSeenRow(PageRows rows) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.key(row) > 0) {
        return seen.contains(rows.key(row));
      }
    }
    return false;
  }

  /**
   * Returns the place of the first row not seen yet. In the order of ids all rows behind it are
   * new, in any other order some may come again, which does no harm.
   */
  private int firstNew(PageRows rows) {
    int row = 0;
    while (row < rows.size() && (rows.key(row) == 0 || seen.contains(rows.key(row)))) {
      row++;
    }
    while (row > 0 && rows.key(row - 1) == 0) {
      row--;
    }
    return row;
  }

  private Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>(filter);
    query.put("sort", kind.sort());
    query.put("order", "asc");
    query.put("limit", String.valueOf(pageSize.rows()));
    query.put("offset", String.valueOf(offset));
    return query;
  }

  private static List<String> pairs(Map<String, String> query) {
    return query.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
  }
}
