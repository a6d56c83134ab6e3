package io.assetsync.http;

import static io.assetsync.core.testing.Samples.asset;
import static io.assetsync.core.testing.Samples.company;
import static io.assetsync.core.testing.Samples.location;
import static io.assetsync.core.testing.Samples.page;
import static io.assetsync.core.testing.Samples.user;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.InMemoryAssetStore;
import java.util.Set;

/** A few things for the calls that show what the mirror holds. Used by one thread. */
final class Estate {

  private final InMemoryAssetStore store = new InMemoryAssetStore(EntityTypes.all());

  InMemoryAssetStore store() {
    return store;
  }

  /** Fills it in two runs, of which the second renames the second asset. */
  Estate fill() {
    publish(1, page(company(1, "Company 1"), company(2, "Company 2"), company(3, "Company 3")));
    publish(1, page(location(8, "Berlin")));
    publish(1, page(user(5, "ada.lovelace").build()));
    publish(1, page(asset(1).build(), laptop("Notebook")));
    publish(2, page(asset(1).build(), laptop("Laptop")));
    return this;
  }

  private static Entity laptop(String name) {
    return asset(17)
        .set(AssetAttributes.NAME, name)
        .set(AssetAttributes.SERIAL, "C02XK0AAJG5H")
        .set(AssetAttributes.COMPANY_ID, 1L)
        .set(AssetAttributes.LOCATION_ID, 8L)
        .set(AssetAttributes.ASSIGNED_USER_ID, 5L)
        .build();
  }

  /** Makes this page all that there is of its type. */
  void publish(long run, Page page) {
    try (SyncSession session = store.begin(Set.of(page.type()))) {
      session.stage(page);
      session.seal(page.type(), Completeness.COMPLETE);
      session.commit(session.plan().approve(), new RunId(run), SourceState.NONE);
    }
  }
}
