package io.assetsync.snipeit;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Pages of which it is remembered how far they got. */
final class Bookmarked implements PageSequence {

  private final PageSequence pages;
  private final boolean tellsHighestKey;
  private final Supplier<Optional<Instant>> newest;
  private Optional<Instant> watermark = Optional.empty();
  private long highestKey;
  private boolean started;

  /**
   * @param tellsHighestKey whether the highest key falls only if the source loses something
   * @param newest tells when the newest change was made; asked before the first page is
   */
  Bookmarked(PageSequence pages, boolean tellsHighestKey, Supplier<Optional<Instant>> newest) {
    this.pages = pages;
    this.tellsHighestKey = tellsHighestKey;
    this.newest = newest;
  }

  @Override
  public Optional<Page> next() {
    if (!started) {
      started = true;
      watermark = newest.get();
    }
    Optional<Page> page = pages.next();
    if (tellsHighestKey) {
      highestKey =
          Math.max(highestKey, page.stream().flatMapToLong(Bookmarked::keys).max().orElse(0));
    }
    return page;
  }

  @Override
  public Completeness completeness() {
    return pages.completeness();
  }

  @Override
  public Bookmark bookmark() {
    return new Bookmark(highestKey, watermark, KeySet.empty());
  }

  private static LongStream keys(Page page) {
    Stream<EntityKey> unreadable =
        page.rejects().stream().map(Reject::key).flatMap(Optional::stream);
    return Stream.concat(page.entities().stream().map(Entity::key), unreadable)
        .mapToLong(EntityKey::value);
  }
}
