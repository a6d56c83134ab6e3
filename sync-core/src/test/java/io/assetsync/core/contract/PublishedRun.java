package io.assetsync.core.contract;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import java.util.List;
import java.util.Set;

/**
 * A run over a store from its first page to its end, in few words; used by one thread. Whatever
 * ends it closes the session.
 */
final class PublishedRun {

  private final SyncSession session;
  private final List<EntityType> types;
  private Completeness completeness = Completeness.COMPLETE;

  private PublishedRun(SyncSession session, List<EntityType> types) {
    this.session = session;
    this.types = types;
  }

  static PublishedRun begin(AssetStore store, EntityType... types) {
    return new PublishedRun(store.begin(Set.of(types)), List.of(types));
  }

  /** Publishes pages of one type, completely listed, and returns what the plan said of it. */
  static TypePlan publish(AssetStore store, long run, Page first, Page... more) {
    PublishedRun published = begin(store, first.type()).stage(first);
    for (Page page : more) {
      published.stage(page);
    }
    return published.publishAs(run).types().get(0);
  }

  PublishedRun stage(Page page) {
    session.stage(page);
    return this;
  }

  /** Sets what all types are sealed with; complete unless told otherwise. */
  PublishedRun sealedAs(Completeness reached) {
    completeness = reached;
    return this;
  }

  /** Seals, plans, closes without commit and returns the plan. */
  SyncPlan plan() {
    try (session) {
      return sealAndPlan();
    }
  }

  /** Seals, plans, commits all of the plan, closes and returns the plan. */
  SyncPlan publishAs(long run) {
    try (session) {
      SyncPlan plan = sealAndPlan();
      session.commit(plan.approve(), new RunId(run), SourceState.NONE);
      return plan;
    }
  }

  private SyncPlan sealAndPlan() {
    types.forEach(type -> session.seal(type, completeness));
    return session.plan();
  }
}
