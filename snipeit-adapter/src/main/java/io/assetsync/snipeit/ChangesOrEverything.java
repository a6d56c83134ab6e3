package io.assetsync.snipeit;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has changed of a type since its watermark; or all of it, wherever it cannot be proved that
 * those are all changes.
 */
final class ChangesOrEverything implements PageSequence {

  private static final Logger LOG = LoggerFactory.getLogger(ChangesOrEverything.class);

  private final Bookmark known;
  private final PageSequence everything;
  private final Optional<Instant> since;
  private final Optional<ChangedPasses> changes;
  private boolean readsEverything;

  /**
   * @param known how far earlier runs got
   * @param overlap how far before the watermark to read on
   * @param changes makes the listings of what has changed since a moment
   */
  ChangesOrEverything(
      Bookmark known,
      Duration overlap,
      Function<Instant, ChangedPasses> changes,
      PageSequence everything) {
    this.known = known;
    this.everything = everything;
    this.since = known.watermark().map(watermark -> watermark.minus(overlap));
    this.changes = since.map(changes);
  }

  @Override
  public Optional<Page> next() {
    if (!readsEverything) {
      Optional<Page> page = changes.flatMap(ChangedPasses::next);
      if (page.isPresent()) {
        return page;
      }
      Optional<String> why = obstacle();
      if (why.isEmpty()) {
        return Optional.empty();
      }
      LOG.info("Everything is read instead of the changes: {}", why.get());
      readsEverything = true;
    }
    return everything.next();
  }

  @Override
  public Completeness completeness() {
    return readsEverything || since.isEmpty()
        ? everything.completeness()
        : new Completeness.Partial(since.get());
  }

  @Override
  public Bookmark bookmark() {
    if (readsEverything) {
      return everything.bookmark();
    }
    return new Bookmark(
        known.highestKey(),
        changes.flatMap(ChangedPasses::newestAtStart).or(known::watermark),
        KeySet.empty());
  }

  private Optional<String> obstacle() {
    if (changes.isEmpty()) {
      return Optional.of("no earlier run has left a time to read from");
    }
    Optional<String> listings = changes.get().obstacle();
    return listings.isPresent() ? listings : regress(changes.get().newest());
  }

  private Optional<String> regress(Optional<Instant> newest) {
    Instant watermark = known.watermark().orElseThrow();
    return newest.isPresent() && !newest.get().isBefore(watermark)
        ? Optional.empty()
        : Optional.of(
            "the newest change is of "
                + newest.map(Instant::toString).orElse("no time")
                + ", before the one of "
                + watermark
                + " that was read before; the server's clock may have been set back");
  }
}
