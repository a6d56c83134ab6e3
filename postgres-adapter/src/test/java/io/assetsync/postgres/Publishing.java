package io.assetsync.postgres;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whole runs in one call. */
final class Publishing {

  private Publishing() {}

  /** Publishes pages of any types, completely listed. */
  static SyncPlan publish(AssetStore store, long run, Page... pages) {
    Set<EntityType> types =
        Arrays.stream(pages).map(Page::type).collect(Collectors.toCollection(LinkedHashSet::new));
    try (SyncSession session = store.begin(types)) {
      Arrays.stream(pages).forEach(session::stage);
      types.forEach(type -> session.seal(type, Completeness.COMPLETE));
      SyncPlan plan = session.plan();
      session.commit(plan.approve(), new RunId(run), SourceState.NONE);
      return plan;
    }
  }
}
