package io.assetsync.snipeit;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Pages of a type that has parts, of which is remembered whose parts there are to read.
 *
 * <p>A deleted one has none to read: Snipe-IT deletes the seats of a license with it, and answers
 * with an error when asked for them.
 */
final class ParentRows implements PageSequence {

  private final PageSequence pages;
  private final Predicate<Entity> showsNone;
  private final Set<Long> keys = new TreeSet<>();
  private final Set<Long> empty = new TreeSet<>();
  private volatile boolean ended;

  /**
   * @param showsNone tells whether the row of a parent says that it has no parts
   */
  ParentRows(PageSequence pages, Predicate<Entity> showsNone) {
    this.pages = pages;
    this.showsNone = showsNone;
  }

  @Override
  public Optional<Page> next() {
    Optional<Page> page = pages.next();
    page.ifPresent(this::note);
    ended = page.isEmpty();
    return page;
  }

  /** Reads what has not been read yet. */
  void readToEnd() {
    while (!ended) {
      next();
    }
  }

  boolean isEnded() {
    return ended;
  }

  @Override
  public Completeness completeness() {
    return pages.completeness();
  }

  @Override
  public Bookmark bookmark() {
    return pages.bookmark();
  }

  /** Returns the parents that are not deleted. */
  KeySet keys() {
    return KeySet.of(keys.stream().mapToLong(Long::longValue));
  }

  /** Returns those whose row says that they have no parts. */
  KeySet empty() {
    return KeySet.of(empty.stream().mapToLong(Long::longValue));
  }

  private void note(Page page) {
    page.rejects().stream()
        .filter(reject -> reject.attribute().isEmpty())
        .map(Reject::key)
        .flatMap(Optional::stream)
        .forEach(key -> note(key, true, false));
    page.entities()
        .forEach(
            entity ->
                note(
                    entity.key(), entity.lifeCycle() != LifeCycle.DELETED, showsNone.test(entity)));
  }

  private void note(EntityKey key, boolean isLive, boolean isEmpty) {
    keys.remove(key.value());
    empty.remove(key.value());
    if (isLive) {
      keys.add(key.value());
    }
    if (isLive && isEmpty) {
      empty.add(key.value());
    }
  }
}
