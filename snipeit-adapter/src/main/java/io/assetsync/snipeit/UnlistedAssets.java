package io.assetsync.snipeit;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the assets that Snipe-IT has and lists nowhere: those whose status label is gone.
 *
 * <p>The models count them. Where models count more live assets than were listed, the ids that are
 * missing between the first and the last are asked for one by one, if they are few.
 */
final class UnlistedAssets {

  private static final Logger LOG = LoggerFactory.getLogger(UnlistedAssets.class);
  private static final int MAX_ASKED = 100;

  private final BiFunction<Kind, Map<String, String>, Listing> listings;
  private final Calls calls;
  private final PageDecoder decoder;

  /**
   * @param listings makes the listing of a kind with a filter
   * @param decoder reads rows of assets
   */
  UnlistedAssets(
      BiFunction<Kind, Map<String, String>, Listing> listings, Calls calls, PageDecoder decoder) {
    this.listings = listings;
    this.calls = calls;
    this.decoder = decoder;
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

  private Optional<Page> search(AssetKeys listed) {
    long missing = countedByModels() - listed.ofModels();
    KeySet known = listed.all();
    long last = known.stream().max().orElse(0);
    long holes = last - known.size();
    if (missing <= 0 || holes == 0) {
      return Optional.empty();
    }
    if (holes > MAX_ASKED) {
      LOG.warn(
          "The models count {} assets more than are listed; they are not looked for, because {} ids"
              + " would have to be asked for. In Snipe-IT, give a status label to assets without one",
          missing,
          holes);
      return Optional.empty();
    }
    return ask(LongStream.rangeClosed(1, last).filter(id -> !known.contains(id)));
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

  private Optional<Page> ask(LongStream ids) {
    List<Entity> assets = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    ids.mapToObj(this::one)
        .flatMap(Optional::stream)
        .forEach(
            rows -> {
              assets.addAll(rows.entities());
              rejects.addAll(rows.rejects());
            });
    if (assets.isEmpty() && rejects.isEmpty()) {
      return Optional.empty();
    }
    Set<EntityKey> found =
        assets.stream()
            .filter(asset -> asset.lifeCycle() != LifeCycle.DELETED)
            .map(Entity::key)
            .collect(Collectors.toUnmodifiableSet());
    LOG.warn("{} assets are in no list of Snipe-IT, though it has them: {}", found.size(), found);
    return Optional.of(new Page(AssetAttributes.TYPE, assets, rejects, found));
  }

  private Optional<Page> one(long id) {
    Kind kind = Kind.of(AssetAttributes.TYPE);
    ById exists = new ById(id);
    return calls
        .one(
            kind.path(),
            id,
            body ->
                exists.decode(body)
                    ? decoder.decodeOne(body).from(0, kind.type())
                    : Optional.<Page>empty())
        .orThrow();
  }
}
