package io.assetsync.snipeit;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.source.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the assets that Snipe-IT has and lists nowhere: those whose status label is gone.
 *
 * <p>The models count them. Where models count more live assets than were listed, the ids that are
 * missing between the first and the last, and the next ones, are asked for one by one until all are
 * found, if they are few.
 */
final class UnlistedAssets {

  private static final Logger LOG = LoggerFactory.getLogger(UnlistedAssets.class);
  private static final int MAX_ASKED = 100;
  private static final int MAX_BEYOND = 20;

  private final BiFunction<Kind, Map<String, String>, Listing> listings;
  private final AssetsById assets;
  private final KeySet known;
  private long counted = -1;

  /**
   * @param listings makes the listing of a kind with a filter
   * @param known the ids of those that were found before; they are asked for, however many others
   *     there are
   */
  UnlistedAssets(
      BiFunction<Kind, Map<String, String>, Listing> listings, AssetsById assets, KeySet known) {
    this.listings = listings;
    this.assets = assets;
    this.known = known;
  }

  /**
   * Returns those that were found, or empty if there are none or too many ids to ask for. What
   * fails here is logged and no more: the lists are complete without it.
   */
  Optional<Page> find(AssetKeys listed) {
    try {
      return search(listed);
    } catch (SourceException e) {
      LOG.warn("Assets that no list shows could not be looked for: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Tells whether the models count more live assets than were listed. If they cannot be counted, it
   * is not known that they do.
   */
  boolean areCounted(AssetKeys listed) {
    try {
      return missing(listed) > 0;
    } catch (SourceException e) {
      return false;
    }
  }

  private Optional<Page> search(AssetKeys listed) {
    KeySet keys = listed.all();
    List<Page> found =
        new ArrayList<>(
            known.minus(keys).stream().mapToObj(assets::find).flatMap(Optional::stream).toList());
    PrimitiveIterator.OfLong ids = candidates(missing(listed) - found.size(), keys).iterator();
    while (missing(listed) > found.size() && ids.hasNext()) {
      assets.find(ids.nextLong()).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Page page = AssetsById.together(found);
    LOG.warn(
        "{} assets are in no list of Snipe-IT, though it has them: {}",
        page.unlisted().size(),
        page.unlisted());
    return Optional.of(page);
  }

  private long missing(AssetKeys listed) {
    if (counted < 0) {
      counted = countedByModels();
    }
    return counted - listed.ofModels();
  }

  /** Returns the ids that no list showed and nobody has asked for, and the next ones. */
  private LongStream candidates(long missing, KeySet keys) {
    long last = keys.stream().max().orElse(0);
    long holes = last - keys.size();
    if (missing > 0 && holes > MAX_ASKED) {
      LOG.warn(
          "The models count {} assets more than are listed; they are not looked for, because {} ids"
              + " would have to be asked for. In Snipe-IT, give a status label to assets without one",
          missing,
          holes);
      return LongStream.empty();
    }
    return LongStream.rangeClosed(1, last + MAX_BEYOND)
        .filter(id -> !keys.contains(id) && !known.contains(id));
  }

  private long countedByModels() {
    Kind models = Kind.of(ModelAttributes.TYPE);
    Passes passes =
        new Passes(models.passes().stream().map(of -> listings.apply(models, of)).toList());
    long counted = 0;
    for (Optional<Page> page = passes.next(); page.isPresent(); page = passes.next()) {
      for (Entity model : page.get().entities()) {
        Integer assets = model.get(ModelAttributes.ASSETS_COUNT);
        counted += assets == null ? 0 : assets;
      }
    }
    return counted;
  }
}
