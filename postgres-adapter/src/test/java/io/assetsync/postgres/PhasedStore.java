package io.assetsync.postgres;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.store.UndoneRows;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A store whose sessions tell what they are about to do.
 *
 * @param told on the thread of the run, before each phase
 */
record PhasedStore(AssetStore store, Consumer<Phase> told) implements AssetStore {

  /** What a session is about to do. */
  enum Phase {
    READ_STATE,
    STAGE,
    SEAL,
    PLAN,
    STAGE_FOUND,
    COMMIT,
    CLOSE
  }

  @Override
  public SyncSession begin(Set<EntityType> types) {
    return new Session(store.begin(types), told);
  }

  private static final class Session implements SyncSession {

    private final SyncSession session;
    private final Consumer<Phase> told;
    private boolean planned;

    Session(SyncSession session, Consumer<Phase> told) {
      this.session = session;
      this.told = told;
    }

    @Override
    public SourceState sourceState() {
      told.accept(Phase.READ_STATE);
      return session.sourceState();
    }

    @Override
    public void stage(Page page) {
      told.accept(planned ? Phase.STAGE_FOUND : Phase.STAGE);
      session.stage(page);
    }

    @Override
    public void seal(EntityType type, Completeness completeness) {
      told.accept(Phase.SEAL);
      session.seal(type, completeness);
    }

    @Override
    public KeySet differing(EntityType type) {
      return session.differing(type);
    }

    @Override
    public SyncPlan plan() {
      told.accept(Phase.PLAN);
      planned = true;
      return session.plan();
    }

    @Override
    public void commit(ApprovedPlan approved, RunId run, SourceState state) {
      told.accept(Phase.COMMIT);
      session.commit(approved, run, state);
    }

    @Override
    public List<UndoneRows> undo(RunId first, RunId run) {
      told.accept(Phase.COMMIT);
      return session.undo(first, run);
    }

    @Override
    public void close() {
      told.accept(Phase.CLOSE);
      session.close();
    }
  }
}
