package io.assetsync.snipeit;

import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listing read to its end, page by page, while rows come and go in it.
 *
 * <p>Each page is asked for one row before the first one wanted. If it begins with a row already
 * seen, nothing has slipped through between it and the page before. If not, rows before it have
 * gone: it is asked for again from further back, in the end from the first row. A listing in which
 * fewer rows were seen than Snipe-IT counted at the start or at the end is read again, a few times.
 *
 * <p>A row on which Snipe-IT fails is left out and rejected; the rest is read, and is incomplete.
 */
final class Listing implements PageSequence {

  private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
  private static final int MAX_READINGS = 3;
  private static final int MAX_STEPS_BACK = 30;
  private static final int MAX_REPEATED_PAGES = 3;
  private static final int MAX_NAMED_GAPS = 3;

  private final Kind kind;
  private final Map<String, String> filter;
  private final PageReader reader;
  private final List<String> gaps = new ArrayList<>();

  private SeenRows seen;
  private @Nullable Completeness end;
  private boolean delivered;
  private int readings = 1;
  private long totalAtStart;
  private long offset;
  private boolean overlaps;
  private int stepsBack;
  private long stepBack;
  private int repeatedPages;
  private boolean inOrder = true;

  /**
   * @param reader reads the pages of this kind with this filter
   */
  Listing(Kind kind, Map<String, String> filter, PageReader reader) {
    this.kind = kind;
    this.filter = filter;
    this.reader = reader;
    this.seen = SeenRows.of(kind);
  }

  @Override
  public Optional<Page> next() {
    while (end == null) {
      Optional<Page> page = take(reader.read(offset, overlaps ? 1 : 0));
      if (end != null) {
        reader.stop();
      }
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

  private Optional<Page> take(PageReader.Fetched fetched) {
    if (fetched instanceof PageReader.Rows page) {
      LOG.debug("{}: {} rows from row {} on", this, page.rows().size(), offset);
      return accept(page.rows());
    }
    if (fetched instanceof PageReader.LostRow lost) {
      return leaveOut(lost);
    }
    if (fetched instanceof PageReader.SingleRow single) {
      gaps.add("the row at position " + single.position() + " came only without the one before it");
      offset = single.position();
      overlaps = false;
      return accept(single.rows());
    }
    end = forbidden(((PageReader.Forbidden) fetched).failure());
    return Optional.empty();
  }

  /** Goes on behind a row that cannot be had. What comes there cannot be joined to what was. */
  private Optional<Page> leaveOut(PageReader.LostRow lost) {
    String reason =
        "the row at position " + lost.position() + " cannot be had: " + lost.failure().sentence();
    gaps.add(reason);
    offset = lost.position() + 1;
    overlaps = false;
    return Optional.of(
        new Page(kind.type(), List.of(), List.of(Reject.row(Optional.empty(), reason))));
  }

  private Completeness forbidden(Failure failure) {
    return delivered
        ? new Completeness.Incomplete(this + " was forbidden half-way: " + failure.sentence())
        : new Completeness.Forbidden(failure.sentence(), kind.isForbiddenToMost());
  }

  /** Takes the rows that are new, and decides where to go on. */
  private Optional<Page> accept(PageRows rows) {
    if (seen.count() == 0) {
      totalAtStart = Math.max(totalAtStart, rows.total());
    }
    boolean isWhole = offset == 0 && rows.size() >= rows.total();
    if (!isWhole && kind.sort().equals(Kind.BY_ID) && !rows.isInOrder()) {
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
    if (overlaps && !beginsWithSeenRow(rows)) {
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
      offset += rows.size() - 1;
      overlaps = true;
    }
    return page;
  }

  /** Without order no seam can be proved: every page counts as new, and nothing as complete. */
  private Optional<Page> acceptUnproved(PageRows rows) {
    offset += rows.size();
    overlaps = false;
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
    stepBack = stepBack == 0 ? Math.max(1, reader.pageSize() / 2) : stepBack * 2;
    LOG.debug("{}: {}; going {} rows back", this, evidence, stepBack);
    start(Math.max(0, offset - stepBack));
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
    overlaps |= rows.size() > 0;
  }

  /** Goes on at a row that has been read before, or at the first one. */
  private void start(long row) {
    offset = row;
    overlaps = row > 0;
  }

  private void finish(long total) {
    if (!gaps.isEmpty()) {
      end = incomplete();
    } else if (seen.count() < total) {
      readAgain(seen.count() + " rows were listed where Snipe-IT counts " + total);
    } else if (seen.count() < totalAtStart) {
      readAgain(
          seen.count() + " rows were listed where Snipe-IT counted " + totalAtStart + " at first");
    } else {
      end = Completeness.COMPLETE;
    }
  }

  private void readAgain(String evidence) {
    readings++;
    if (!gaps.isEmpty()) {
      gaps.add(evidence);
      end = incomplete();
      return;
    }
    if (readings > MAX_READINGS) {
      end =
          new Completeness.Incomplete(
              this + " could not be proved complete in " + MAX_READINGS + " readings: " + evidence);
      return;
    }
    LOG.warn("{} is read again: {}", this, evidence);
    seen = SeenRows.of(kind);
    totalAtStart = 0;
    start(0);
    stepsBack = 0;
    stepBack = 0;
    repeatedPages = 0;
  }

  /** Names the first gaps; the report names each row that was left out. */
  private Completeness incomplete() {
    String more =
        gaps.size() > MAX_NAMED_GAPS ? "; and " + (gaps.size() - MAX_NAMED_GAPS) + " more" : "";
    return new Completeness.Incomplete(
        this + ": " + gaps.stream().limit(MAX_NAMED_GAPS).collect(Collectors.joining("; ")) + more);
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

  private static List<String> pairs(Map<String, String> query) {
    return query.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
  }
}
