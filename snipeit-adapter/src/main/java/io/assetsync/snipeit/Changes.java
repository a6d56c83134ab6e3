package io.assetsync.snipeit;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.StatusLabelAttributes;
import io.assetsync.core.source.Bookmark;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads by the time of the last change, for kinds that Snipe-IT sorts by it. */
final class Changes {

  private final SnipeItConfig config;
  private final Calls calls;
  private final Interpretation interpretation;

  Changes(SnipeItConfig config, Calls calls, Interpretation interpretation) {
    this.config = config;
    this.calls = calls;
    this.interpretation = interpretation;
  }

  /**
   * Returns what has changed since a bookmark.
   *
   * @param listings makes the listing of a kind with a filter
   * @param everything is read where the changes cannot be told
   */
  PageSequence since(
      Bookmark known,
      Kind kind,
      BiFunction<Kind, Map<String, String>, Listing> listings,
      PageSequence everything) {
    return new ChangesOrEverything(
        known, config.lookback().overlap(), since -> passes(kind, since, listings), everything);
  }

  /**
   * Returns when the newest row of a kind has changed. A version that does not sort by that time
   * shows some older one, which is as good: only more is read again.
   */
  Optional<Instant> newest(Kind kind) {
    if (kind.updatedAt().isEmpty()) {
      return Optional.empty();
    }
    ChangedRows one = rows(kind, kind.passes().get(0), 1, Instant.MAX);
    return one.next().isPresent() ? one.newest() : Optional.empty();
  }

  private ChangedPasses passes(
      Kind kind, Instant since, BiFunction<Kind, Map<String, String>, Listing> listings) {
    int pageSize = kind.pageSize(config.paging());
    if (kind.type() != AssetAttributes.TYPE) {
      return new SinglePass(rows(kind, kind.passes().get(0), pageSize, since));
    }
    return new AssetChanges(
        () -> StatusLabels.read(listings.apply(Kind.of(StatusLabelAttributes.TYPE), Map.of())),
        filter -> rows(kind, filter, pageSize, since));
  }

  private ChangedRows rows(Kind kind, Map<String, String> filter, int pageSize, Instant since) {
    PageDecoder decoder = new PageDecoder(kind.mapping(), interpretation);
    return new ChangedRows(
        kind, filter, query -> calls.list(kind.path(), query, decoder), pageSize, since);
  }
}
