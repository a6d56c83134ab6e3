package io.assetsync.snipeit;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * The ids of the assets that were listed, kept to compare them with what labels and models count.
 */
final class AssetKeys {

  private final List<KeySet> all = new ArrayList<>();
  private final List<KeySet> labelled = new ArrayList<>();
  private final List<KeySet> ofModels = new ArrayList<>();

  void addLive(Page page) {
    all.add(keys(page, asset -> true));
    labelled.add(keys(page, having(AssetAttributes.STATUS_LABEL_ID)));
    ofModels.add(keys(page, having(AssetAttributes.MODEL_ID)));
  }

  void addDeleted(Page page) {
    all.add(keys(page, asset -> true));
  }

  /** Returns how many live assets have a label. */
  long labelled() {
    return union(labelled).size();
  }

  /** Returns how many live assets have a model. */
  long ofModels() {
    return union(ofModels).size();
  }

  /** Returns the ids that were listed, of deleted assets, too. */
  KeySet all() {
    return union(all);
  }

  private static KeySet union(List<KeySet> pages) {
    return KeySet.of(pages.stream().flatMapToLong(KeySet::stream));
  }

  private static Predicate<Entity> having(Attribute<Long> reference) {
    return asset -> asset.get(reference) != null;
  }

  /** An unreadable row counts with all others, for nobody knows what it has. */
  private static KeySet keys(Page page, Predicate<Entity> counts) {
    LongStream entities =
        page.entities().stream().filter(counts).mapToLong(asset -> asset.key().value());
    LongStream unreadable =
        page.rejects().stream()
            .filter(reject -> reject.attribute().isEmpty())
            .map(Reject::key)
            .flatMap(key -> key.stream())
            .mapToLong(EntityKey::value);
    return KeySet.of(LongStream.concat(entities, unreadable));
  }
}
