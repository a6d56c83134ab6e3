package io.assetsync.snipeit;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for assets by id, of which Snipe-IT shows more than its lists do: whatever exists. */
final class AssetsById {

  private final Calls calls;
  private final PageDecoder unlisted;
  private final PageDecoder deleted;

  /**
   * @param unlisted reads rows as those of assets that no list shows
   * @param deleted reads rows as those of assets that some list shows
   */
  AssetsById(Calls calls, PageDecoder unlisted, PageDecoder deleted) {
    this.calls = calls;
    this.unlisted = unlisted;
    this.deleted = deleted;
  }

  /** Returns the asset, or empty if Snipe-IT denies it. */
  Optional<Page> find(long id) {
    Kind kind = Kind.of(AssetAttributes.TYPE);
    ById exists = new ById(id);
    return calls
        .one(
            kind.path(),
            id,
            body -> exists.decode(body) ? Optional.of(decode(body)) : Optional.<Page>empty())
        .orThrow();
  }

  /** A deleted asset is in the list of the deleted ones, from which it was just missing. */
  private Page decode(byte[] body) throws IOException {
    Page page = page(unlisted, body);
    return page.entities().stream().allMatch(AssetsById::isDeleted) ? page(deleted, body) : page;
  }

  private static Page page(PageDecoder decoder, byte[] body) throws IOException {
    return decoder.decodeOne(body).from(0, AssetAttributes.TYPE).orElseThrow();
  }

  /** Returns assets that were found one by one as one page, in which the live ones are marked. */
  static Page together(List<Page> found) {
    List<Entity> assets = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    for (Page page : found) {
      assets.addAll(page.entities());
      rejects.addAll(page.rejects());
    }
    Set<EntityKey> live =
        assets.stream()
            .filter(asset -> !isDeleted(asset))
            .map(Entity::key)
            .collect(Collectors.toUnmodifiableSet());
    return new Page(AssetAttributes.TYPE, assets, rejects, live);
  }

  private static boolean isDeleted(Entity asset) {
    return asset.lifeCycle() == LifeCycle.DELETED;
  }
}
