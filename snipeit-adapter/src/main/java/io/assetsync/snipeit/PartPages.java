package io.assetsync.snipeit;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of many parents, one parent after the other. They are complete if the list of the
 * parents is and every parent's own parts are; if the first is forbidden, all are.
 */
final class PartPages implements PageSequence {

  private static final Logger LOG = LoggerFactory.getLogger(PartPages.class);
  private static final int MAX_NAMED_GAPS = 3;

  /** A server that fails on so many in a row is not asked for the rest. */
  private static final int MAX_GAPS_IN_A_ROW = 5;

  private final Parents parents;
  private final Lists lists;
  private final Completeness whenProved;
  private final Bookmark bookmark;
  private final Deque<PageSequence> waiting = new ArrayDeque<>();
  private final List<String> gaps = new ArrayList<>();
  private long @Nullable [] keys;
  private int asked;
  private int gapsInARow;
  private boolean hasRead;
  private @Nullable Completeness end;

  /** Tells whose parts to read. */
  interface Parents {

    /** Returns the keys; called once, before the first page. */
    KeySet keys();

    /** Returns what it means not to be among the keys. */
    Completeness completeness();
  }

  /** Makes the lists of the parts of one parent. */
  @FunctionalInterface
  interface Lists {
    List<PageSequence> of(long parent);
  }

  /**
   * @param whenProved what the parts amount to if nothing is missing
   */
  PartPages(Parents parents, Lists lists, Completeness whenProved, Bookmark bookmark) {
    this.parents = parents;
    this.lists = lists;
    this.whenProved = whenProved;
    this.bookmark = bookmark;
  }

  @Override
  public Optional<Page> next() {
    while (end == null) {
      PageSequence list = waiting.peek();
      if (list == null) {
        nextParent();
        continue;
      }
      Optional<Page> page = list.next();
      if (page.isPresent()) {
        hasRead = true;
        return page;
      }
      waiting.remove();
      conclude(list.completeness());
    }
    return Optional.empty();
  }

  @Override
  public Completeness completeness() {
    if (end == null) {
      throw new IllegalStateException("the parts have not been read to their end");
    }
    return end;
  }

  @Override
  public Bookmark bookmark() {
    return bookmark;
  }

  private void nextParent() {
    long[] of = keys;
    if (of == null) {
      of = parents.keys().stream().toArray();
      keys = of;
      noteParents(parents.completeness());
    }
    if (end != null) {
      return;
    }
    if (asked == of.length) {
      end = gaps.isEmpty() ? whenProved : summary();
      return;
    }
    if (gapsInARow >= MAX_GAPS_IN_A_ROW) {
      gaps.add(0, (of.length - asked) + " others were not asked for");
      end = summary();
      return;
    }
    waiting.addAll(lists.of(of[asked]));
    asked++;
  }

  private void noteParents(Completeness reached) {
    if (reached instanceof Completeness.Forbidden) {
      end = reached;
    } else if (reached instanceof Completeness.Incomplete incomplete) {
      gaps.add(incomplete.reason());
    }
  }

  private void conclude(Completeness reached) {
    if (reached instanceof Completeness.Forbidden forbidden) {
      end =
          hasRead
              ? new Completeness.Incomplete("it was forbidden half-way: " + forbidden.reason())
              : forbidden;
    } else if (reached instanceof Completeness.Incomplete incomplete) {
      LOG.warn("Not proved complete: {}", incomplete.reason());
      gaps.add(incomplete.reason());
      gapsInARow++;
    } else {
      hasRead = true;
      gapsInARow = 0;
    }
  }

  private Completeness summary() {
    String more =
        gaps.size() > MAX_NAMED_GAPS ? "; and " + (gaps.size() - MAX_NAMED_GAPS) + " more" : "";
    return new Completeness.Incomplete(
        gaps.stream().limit(MAX_NAMED_GAPS).collect(Collectors.joining("; ")) + more);
  }
}
