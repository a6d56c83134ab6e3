package io.assetsync.snipeit;

import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of one parent where Snipe-IT sends them in pages, but in no order that could be relied
 * on: seats can be sorted only by the time of their last change, which many have in common, so that
 * some come twice and others never; and behind the last page the first one comes again.
 *
 * <p>The pages are read up to the total, and then again the other way round and in other sizes,
 * until as many different rows have come as Snipe-IT counts all the while.
 */
final class ShuffledList implements PageSequence {

  private static final Logger LOG = LoggerFactory.getLogger(ShuffledList.class);
  private static final int MAX_READINGS = 16;
  private static final int MAX_FAILURES = 3;

  private final PartCalls calls;
  private final Set<Long> seen = new HashSet<>();
  private boolean mayBeEmpty;
  private int pageSize;
  private int failures;
  private int reading = 1;
  private long offset;
  private long total = -1;
  private @Nullable Completeness end;

  /**
   * @param mayBeEmpty whether it is no surprise if there are no rows
   */
  ShuffledList(PartCalls calls, int pageSize, boolean mayBeEmpty) {
    this.calls = calls;
    this.pageSize = pageSize;
    this.mayBeEmpty = mayBeEmpty;
  }

  @Override
  public Optional<Page> next() {
    while (end == null) {
      Answer<PageRows> answer = calls.page(query());
      if (answer instanceof Answer.Failed<PageRows> failed) {
        fail(failed.failure());
        continue;
      }
      PageRows rows = answer.orThrow();
      accept(rows);
      Optional<Page> page = rows.from(0, calls.type());
      if (page.isPresent()) {
        return page;
      }
    }
    return Optional.empty();
  }

  @Override
  public Completeness completeness() {
    if (end == null) {
      throw new IllegalStateException(calls + " has not been read to its end");
    }
    return end;
  }

  private void fail(Failure failure) {
    if (failure.trouble().repeat() != Trouble.Repeat.SMALLER) {
      end = calls.end(failure).orElse(null);
    } else if (failures == MAX_FAILURES) {
      // Throws unless the server fails on this list alone.
      end = calls.end(failure).orElseGet(() -> gap(failure.sentence()));
    } else {
      failures++;
      pageSize = Math.max(1, pageSize / 4);
      calls.rest(failures);
    }
    if (end == null) {
      readAgain(failure.sentence());
    }
  }

  private void accept(PageRows rows) {
    if (total >= 0 && rows.total() != total) {
      String evidence = "Snipe-IT counted " + total + " rows, then " + rows.total();
      seen.clear();
      total = rows.total();
      readAgain(evidence);
      return;
    }
    total = rows.total();
    for (int row = 0; row < rows.size(); row++) {
      seen.add(rows.key(row));
    }
    seen.remove(0L);
    offset += rows.size();
    if (reading == 1 && offset < total && rows.size() > 0) {
      pageSize = Math.min(pageSize, rows.size());
    }
    if (total == 0 && !mayBeEmpty) {
      mayBeEmpty = true;
      readAgain("no rows came where there should be some");
    } else if (seen.size() >= total) {
      end = Completeness.COMPLETE;
    } else if (rows.size() == 0 || offset >= total) {
      readAgain(seen.size() + " different rows came where Snipe-IT counts " + total);
    }
  }

  private void readAgain(String evidence) {
    reading++;
    offset = 0;
    if (reading > MAX_READINGS) {
      end = gap("it could not be proved complete in " + MAX_READINGS + " readings: " + evidence);
      return;
    }
    LOG.debug("{} is read again: {}", calls, evidence);
  }

  private Completeness gap(String evidence) {
    return new Completeness.Incomplete(calls + ": " + evidence);
  }

  /**
   * Turns the order round from reading to reading, and makes the pages smaller every second one.
   */
  private Map<String, String> query() {
    int step = Math.max(1, pageSize / MAX_READINGS);
    int rows = pageSize - step * (reading - 1) % pageSize;
    return Map.of(
        "sort",
        "updated_at",
        "order",
        reading % 2 == 1 ? "asc" : "desc",
        "limit",
        String.valueOf(rows),
        "offset",
        String.valueOf(offset));
  }
}
