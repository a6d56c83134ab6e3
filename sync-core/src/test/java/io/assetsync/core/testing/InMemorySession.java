package io.assetsync.core.testing;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.store.UndoneRows;
import io.assetsync.core.testing.InMemoryAssetStore.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The session of an {@link InMemoryAssetStore}; used by one thread at a time. */
final class InMemorySession implements SyncSession {

  private final InMemoryAssetStore store;
  private final Map<EntityType, StagedType> open;
  private final Map<EntityType, StagedType> sealed = new LinkedHashMap<>();
  private boolean planned;
  private boolean committed;
  private boolean closed;

  InMemorySession(InMemoryAssetStore store, Set<EntityType> types) {
    this.store = store;
    this.open = types.stream().collect(Collectors.toMap(type -> type, StagedType::new));
  }

  @Override
  public SourceState sourceState() {
    require(!closed && !committed, "the session has ended");
    return store.sourceState();
  }

  @Override
  public void stage(Page page) {
    StagedType staged = planned ? requireSealed(page.type()) : requireOpen(page.type());
    store.requireWorking(Step.STAGE);
    staged.add(page, store.mirror(page.type()));
    planned = false;
  }

  @Override
  public void seal(EntityType type, Completeness completeness) {
    StagedType staged = requireOpen(type);
    store.requireWorking(Step.SEAL);
    staged.seal(completeness);
    open.remove(type);
    sealed.put(type, staged);
  }

  @Override
  public KeySet differing(EntityType type) {
    return requireSealed(type).differing(store.mirror(type));
  }

  @Override
  public SyncPlan plan() {
    require(!closed && !committed, "the session has ended");
    require(open.isEmpty(), "not every type is sealed");
    store.requireWorking(Step.PLAN);
    planned = true;
    return new SyncPlan(
        sealed.values().stream().map(part -> part.plan(store.mirror(part.type()))).toList());
  }

  @Override
  public void commit(ApprovedPlan approved, RunId run, SourceState state) {
    require(!closed && !committed, "the session has ended");
    require(planned, "there is no plan");
    store.publish(approved, run, sealed.values(), state);
    committed = true;
  }

  @Override
  public List<UndoneRows> undo(RunId first, RunId run) {
    require(!closed && !committed, "the session has ended");
    store.requireWorking(Step.PLAN);
    committed = true;
    return store.undo(first, run);
  }

  @Override
  public void close() {
    closed = true;
    store.release(this);
  }

  private StagedType requireSealed(EntityType type) {
    require(!closed && !committed, "the session has ended");
    require(!open.containsKey(type), type + " is not sealed");
    StagedType staged = sealed.get(type);
    if (staged == null) {
      throw new IllegalArgumentException(type + " is not of this session");
    }
    return staged;
  }

  private StagedType requireOpen(EntityType type) {
    require(!closed && !committed, "the session has ended");
    require(!sealed.containsKey(type), type + " is sealed");
    StagedType staged = open.get(type);
    if (staged == null) {
      throw new IllegalArgumentException(type + " is not of this session");
    }
    return staged;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
