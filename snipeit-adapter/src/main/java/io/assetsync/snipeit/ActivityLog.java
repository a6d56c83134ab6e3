package io.assetsync.snipeit;

import io.assetsync.core.model.AccessoryAttributes;
import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.ComponentAttributes;
import io.assetsync.core.model.ConsumableAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of activities, newest first, down to the last one that is known. Rows change later on,
 * too, so it is read on through those of the last days.
 *
 * <p>Each page is asked for one row before the first one wanted. New activities push rows back, so
 * that some come again; if one does not begin with a row already seen, rows have gone, and it is
 * asked for again from further back.
 */
final class ActivityLog implements PageSequence, Mentions {

  private static final Logger LOG = LoggerFactory.getLogger(ActivityLog.class);
  private static final int MAX_DETOURS = 30;

  /** The types with parts, by the words with which the log names them. */
  private static final Map<String, EntityType> PARENTS =
      Map.of(
          "license", LicenseAttributes.TYPE,
          "accessory", AccessoryAttributes.TYPE,
          "consumable", ConsumableAttributes.TYPE,
          "component", ComponentAttributes.TYPE);

  private final Supplier<PageReader> readers;
  private final Instant since;
  private final Map<EntityType, Set<Long>> mentioned = new HashMap<>();
  private @Nullable PageReader reader;
  private @Nullable Completeness end;
  private Optional<Instant> newest = Optional.empty();
  private long known;
  private long highest;
  private long lowest = Long.MAX_VALUE;
  private long offset;
  private boolean overlaps;
  private boolean delivered;
  private int detours;
  private long stepBack;

  /**
   * @param readers makes what reads the pages; called once, before the first
   * @param known the highest id that is known; zero to read all
   * @param since older activities that are known are not read again
   */
  ActivityLog(Supplier<PageReader> readers, long known, Instant since) {
    this.readers = readers;
    this.known = known;
    this.since = since;
  }

  @Override
  public Optional<Page> next() {
    while (end == null) {
      PageReader reading = reader == null ? readers.get() : reader;
      reader = reading;
      Optional<Page> page = take(reading.read(offset, overlaps ? 1 : 0), reading.pageSize());
      if (end != null) {
        reading.stop();
      }
      if (page.isPresent()) {
        delivered = true;
        page.get().entities().forEach(this::note);
        return page;
      }
    }
    return Optional.empty();
  }

  @Override
  public Completeness completeness() {
    if (end == null) {
      throw new IllegalStateException("the log has not been read to its end");
    }
    return end;
  }

  @Override
  public Bookmark bookmark() {
    return new Bookmark(highest, newest, KeySet.empty());
  }

  @Override
  public KeySet of(EntityType type) {
    return KeySet.of(mentioned.getOrDefault(type, Set.of()).stream().mapToLong(Long::longValue));
  }

  @Override
  public Optional<Instant> newest() {
    return newest;
  }

  private Optional<Page> take(PageReader.Fetched fetched, int pageSize) {
    if (fetched instanceof PageReader.Rows page) {
      return accept(page.rows(), pageSize);
    }
    if (fetched instanceof PageReader.SingleRow single) {
      offset = single.position();
      overlaps = false;
      return accept(single.rows(), pageSize);
    }
    if (fetched instanceof PageReader.LostRow lost) {
      offset = lost.position() + 1;
      overlaps = false;
      String reason =
          "the activity at position "
              + lost.position()
              + " cannot be had: "
              + lost.failure().sentence();
      return Optional.of(
          new Page(
              ActivityAttributes.TYPE, List.of(), List.of(Reject.row(Optional.empty(), reason))));
    }
    String sentence = ((PageReader.Forbidden) fetched).failure().sentence();
    end =
        delivered
            ? new Completeness.Incomplete("the log was forbidden half-way: " + sentence)
            : new Completeness.Forbidden(sentence, true);
    return Optional.empty();
  }

  private Optional<Page> accept(PageRows rows, int pageSize) {
    if (rows.size() < rows.total() && !isNewestFirst(rows)) {
      end = new Completeness.Incomplete("the log came in another order than newest first");
      return rows.from(0, ActivityAttributes.TYPE);
    }
    if (offset == 0) {
      begin(rows);
    }
    boolean isHole = rows.size() == 0 && offset < rows.total();
    if (isHole || (overlaps && !isSeen(firstKey(rows)))) {
      goBack(pageSize);
      return Optional.empty();
    }
    boolean isEnd = offset + rows.size() >= rows.total() || isKnown(rows);
    int firstNew = offset == 0 ? 0 : firstNew(rows);
    if (firstNew < rows.size()) {
      detours = 0;
      stepBack = 0;
    } else if (!isEnd && isOneTooMany()) {
      return Optional.empty();
    }
    for (int row = firstNew; row < rows.size(); row++) {
      lowest = rows.key(row) > 0 ? Math.min(lowest, rows.key(row)) : lowest;
      highest = Math.max(highest, rows.key(row));
    }
    if (isEnd) {
      end =
          new Completeness.Partial(known == 0 || since.equals(Instant.MAX) ? Instant.EPOCH : since);
    } else {
      offset += rows.size() - 1;
      overlaps = true;
    }
    return rows.from(firstNew, ActivityAttributes.TYPE);
  }

  /** Reads the whole log if it does not go as far as it did: then its ids mean something else. */
  private void begin(PageRows rows) {
    long first = firstKey(rows);
    if (known > 0 && first < known) {
      LOG.warn(
          "The log of activities ends at id {}, where it went to {}; all is read", first, known);
      known = 0;
    }
  }

  private void goBack(int pageSize) {
    if (isOneTooMany()) {
      return;
    }
    stepBack = stepBack == 0 ? Math.max(1, pageSize / 2) : stepBack * 2;
    offset = Math.max(0, offset - stepBack);
    overlaps = offset > 0;
  }

  /** Counts what brings nothing new, and gives up in the end. */
  private boolean isOneTooMany() {
    detours++;
    if (detours > MAX_DETOURS) {
      end = new Completeness.Incomplete("the log moves too fast to be read without gaps");
    }
    return end != null;
  }

  private static boolean isNewestFirst(PageRows rows) {
    long last = Long.MAX_VALUE;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.key(row) > 0) {
        if (rows.key(row) >= last) {
          return false;
        }
        last = rows.key(row);
      }
    }
    return true;
  }

  private static long firstKey(PageRows rows) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.key(row) > 0) {
        return rows.key(row);
      }
    }
    return 0;
  }

  private boolean isSeen(long key) {
    return key >= lowest;
  }

  private int firstNew(PageRows rows) {
    int row = 0;
    while (row < rows.size() && (rows.key(row) == 0 || isSeen(rows.key(row)))) {
      row++;
    }
    return row;
  }

  /** Tells whether the last activity of a page is known and too old to be of interest. */
  private boolean isKnown(PageRows rows) {
    List<Entity> activities =
        rows.from(0, ActivityAttributes.TYPE).map(Page::entities).orElse(List.of());
    if (activities.isEmpty()) {
      return false;
    }
    Entity last = activities.get(activities.size() - 1);
    Instant created = last.get(ActivityAttributes.CREATED_AT);
    return last.key().value() <= known && (created == null || created.isBefore(since));
  }

  private void note(Entity activity) {
    Instant created = activity.get(ActivityAttributes.CREATED_AT);
    if (created != null && newest.filter(time -> !time.isBefore(created)).isEmpty()) {
      newest = Optional.of(created);
    }
    EntityType type = PARENTS.get(String.valueOf(activity.get(ActivityAttributes.ITEM_TYPE)));
    Long id = activity.get(ActivityAttributes.ITEM_ID);
    if (type != null && id != null && activity.key().value() > known) {
      mentioned.computeIfAbsent(type, ignored -> new TreeSet<>()).add(id);
    }
  }
}
