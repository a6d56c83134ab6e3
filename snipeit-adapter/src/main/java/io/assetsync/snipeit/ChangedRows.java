package io.assetsync.snipeit;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one listing that have changed since a moment, newest first.
 *
 * <p>Many rows may have changed in the same second, and come in another order on each page. So the
 * next page is asked for from the row before the last second of the present one. If it begins with
 * a row that is newer than that second, then it has all rows of that second and nothing has slipped
 * through. Rows that change while this is read move to the front, where the next reading finds
 * them.
 */
final class ChangedRows {

  private static final Logger LOG = LoggerFactory.getLogger(ChangedRows.class);
  private static final int MAX_STEPS_BACK = 3;

  private final Kind kind;
  private final Map<String, String> filter;
  private final Function<Map<String, String>, Answer<PageRows>> calls;
  private final int pageSize;
  private final Instant since;
  private final Attribute<?> updatedAt;

  private Optional<String> obstacle = Optional.empty();
  private Optional<Instant> newest = Optional.empty();
  private @Nullable Instant lastSecond;
  private boolean ended;
  private boolean allArchived = true;
  private long total;
  private long offset;
  private int stepsBack;

  /**
   * @param calls asks for a page by the parameters of its query
   * @param pageSize how many rows to ask for, at least 3
   */
  ChangedRows(
      Kind kind,
      Map<String, String> filter,
      Function<Map<String, String>, Answer<PageRows>> calls,
      int pageSize,
      Instant since) {
    this.kind = kind;
    this.filter = filter;
    this.calls = calls;
    this.pageSize = pageSize;
    this.since = since;
    this.updatedAt = kind.updatedAt().orElseThrow();
  }

  /**
   * Returns the next page, or empty at the end and when it is given up.
   *
   * @throws io.assetsync.core.error.SourceException if the page cannot be had in any way
   */
  Optional<Page> next() {
    while (!ended && obstacle.isEmpty()) {
      Answer<PageRows> answer = calls.apply(query());
      if (answer instanceof Answer.Failed<PageRows> failed) {
        giveUpOrThrow(failed.failure());
        continue;
      }
      PageRows rows = answer.orThrow();
      LOG.debug("{}: {} rows from row {} on", this, rows.size(), offset);
      if (accept(rows)) {
        Optional<Page> page = rows.from(0, kind.type());
        page.ifPresent(this::note);
        if (page.isPresent()) {
          return page;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns why the changes cannot be told from this listing, if they cannot. */
  Optional<String> obstacle() {
    return obstacle;
  }

  /** Returns when the newest row of the first page had changed. */
  Optional<Instant> newest() {
    return newest;
  }

  /** Returns how many rows the listing had when its first page was read. */
  long total() {
    return total;
  }

  /** Tells whether every row that was read is archived. */
  boolean isAllArchived() {
    return allArchived;
  }

  @Override
  public String toString() {
    return "/" + kind.path() + (filter.isEmpty() ? "" : filter) + " by " + updatedAt;
  }

  private void giveUpOrThrow(Failure failure) {
    boolean isAboutThisListing =
        failure.trouble() == Trouble.FORBIDDEN
            || failure.trouble().repeat() == Trouble.Repeat.SMALLER;
    if (!isAboutThisListing) {
      throw failure.toException();
    }
    giveUp(failure.sentence());
  }

  private void giveUp(String why) {
    obstacle = Optional.of(this + ": " + why);
  }

  /** Tells whether the rows count, and decides where to go on. */
  private boolean accept(PageRows rows) {
    if (offset == 0 && newest.isEmpty()) {
      total = rows.total();
    }
    List<Instant> times = times(rows);
    if (offset == 0 && rows.size() >= rows.total()) {
      newest = newest.or(() -> times.stream().max(Instant::compareTo));
      ended = true;
      return true;
    }
    return isUsable(rows, times) && (joins(times) || goBack()) && advance(rows, times);
  }

  private boolean isUsable(PageRows rows, List<Instant> times) {
    if (rows.size() == 0) {
      giveUp("an empty page came at row " + offset + " of " + rows.total());
      return false;
    }
    if (times.size() < rows.size()) {
      giveUp("not every row tells when it has changed");
      return false;
    }
    for (int row = 1; row < times.size(); row++) {
      if (times.get(row).isAfter(times.get(row - 1))) {
        giveUp("the rows came in another order than that of their last change");
        return false;
      }
    }
    return true;
  }

  private boolean joins(List<Instant> times) {
    return offset == 0 || lastSecond == null || times.get(0).isAfter(lastSecond);
  }

  /** Asks again from further back; always false, because the present page does not count. */
  private boolean goBack() {
    stepsBack++;
    if (stepsBack > MAX_STEPS_BACK) {
      giveUp("rows vanish from it too fast to tell what has changed");
    }
    offset = Math.max(0, offset - (long) pageSize * stepsBack / 2);
    return false;
  }

  private boolean advance(PageRows rows, List<Instant> times) {
    newest = newest.or(() -> Optional.of(times.get(0)));
    Instant last = times.get(times.size() - 1);
    int others = times.indexOf(last);
    if (last.isBefore(since) || offset + rows.size() >= rows.total()) {
      ended = true;
    } else if (others < 2) {
      giveUp("a whole page of rows has changed in the same second");
    } else {
      lastSecond = last;
      offset += others - 1;
    }
    return true;
  }

  /** Returns the times of all rows in their order; fewer if a row has none. */
  private List<Instant> times(PageRows rows) {
    Map<EntityKey, Instant> byKey = new HashMap<>();
    rows.from(0, kind.type()).map(Page::entities).stream()
        .flatMap(List::stream)
        .forEach(
            entity -> {
              if (entity.get(updatedAt) instanceof Instant time) {
                byKey.put(entity.key(), time);
              }
            });
    List<Instant> times = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Instant time = rows.key(row) > 0 ? byKey.get(new EntityKey(rows.key(row))) : null;
      if (time != null) {
        times.add(time);
      }
    }
    return times;
  }

  private void note(Page page) {
    allArchived &=
        page.entities().stream().map(Entity::lifeCycle).allMatch(LifeCycle.ARCHIVED::equals);
  }

  private Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>(filter);
    query.put("sort", "updated_at");
    query.put("order", "desc");
    query.put("limit", String.valueOf(pageSize));
    query.put("offset", String.valueOf(offset));
    return query;
  }
}
