package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Assets whose status label is gone, so that no list shows them. */
final class UnlistedAssetsIT {

  private static final int NO_SUCH_LABEL = 9_999;

  private final Estate estate = Estate.invented(3, 300);

  @Test
  void assetsThatNoListShows_areFoundByTheirIds() {
    hide(10, 200);
    try (StandInSource both = reader()) {
      assertThat(unlisted(both)).containsExactlyInAnyOrder(key(10), key(200));
      assertThat(both.standIn().requests().to("hardware/{id}")).isEqualTo(2);
    }
  }

  @Test
  void assetsThatNoListShows_areMarkedAndTheOthersAreNot() {
    hide(10, 200);
    try (StandInSource both = reader()) {
      Map<Long, Entity> assets = Reading.of(both.source(), AssetAttributes.TYPE).byId();

      assertThat(assets.values().stream().filter(asset -> !isListed(asset)).map(Entity::key))
          .containsExactlyInAnyOrder(key(10), key(200));
    }
  }

  @Test
  void nothingIsAskedFor_whenModelsCountNoMoreThanIsListed() {
    int purged = estate.ids("hardware")[20];
    estate.delete("hardware", purged);
    estate.purge("hardware", purged);
    try (StandInSource both = reader()) {
      assertThat(unlisted(both)).isEmpty();
      assertThat(both.standIn().requests().to("hardware/{id}")).isZero();
    }
  }

  @Test
  void idsAreNotAskedFor_whenTheyAreMany() {
    Arrays.stream(estate.ids("hardware"))
        .filter(id -> id % 2 == 0)
        .forEach(id -> estate.put("hardware", id, Map.of("status_id", NO_SUCH_LABEL)));
    try (StandInSource both = reader()) {
      assertThat(unlisted(both)).isEmpty();
      assertThat(both.standIn().requests().to("hardware/{id}")).isZero();
    }
  }

  @Test
  void assetsFoundBefore_areAskedForHoweverManyOthersThereAre() {
    Arrays.stream(estate.ids("hardware"))
        .filter(id -> id % 2 == 0)
        .forEach(id -> estate.put("hardware", id, Map.of("status_id", NO_SUCH_LABEL)));
    Bookmark known = new Bookmark(0, Optional.empty(), KeySet.of(2, 4, 999_999));
    try (StandInSource both = reader()) {
      assertThat(unlisted(both, Scope.everything(known)))
          .containsExactlyInAnyOrder(new EntityKey(2), new EntityKey(4));
    }
  }

  @Test
  void failureToAsk_leavesTheListingAsItIs() {
    hide(10);
    try (StandInSource both = reader()) {
      both.standIn().inject(Fault.serverError().onPath("hardware/*").always());

      assertThat(unlisted(both)).isEmpty();
    }
  }

  private void hide(int... places) {
    for (int place : places) {
      estate.put("hardware", estate.ids("hardware")[place], Map.of("status_id", NO_SUCH_LABEL));
    }
  }

  private static boolean isListed(Entity asset) {
    return Boolean.TRUE.equals(asset.get(AssetAttributes.LISTED));
  }

  private EntityKey key(int place) {
    return new EntityKey(estate.ids("hardware")[place]);
  }

  private StandInSource reader() {
    return StandInSource.of(server -> server.serving(estate), config -> config);
  }

  /** Reads all assets, which is complete with or without those that no list shows. */
  private static Set<EntityKey> unlisted(StandInSource both) {
    return unlisted(both, Scope.EVERYTHING);
  }

  private static Set<EntityKey> unlisted(StandInSource both, Scope scope) {
    Set<EntityKey> unlisted = new HashSet<>();
    try (Snapshot snapshot = both.source().open(AssetAttributes.TYPE, scope)) {
      for (Optional<Page> page = snapshot.next(); page.isPresent(); page = snapshot.next()) {
        unlisted.addAll(page.get().unlisted());
      }
      assertThat(snapshot.completeness()).isEqualTo(Completeness.COMPLETE);
    }
    return unlisted;
  }
}
