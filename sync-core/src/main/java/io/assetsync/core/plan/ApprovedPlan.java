package io.assetsync.core.plan;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import java.util.Set;

/**
 * A plan that a policy has reviewed: the only thing that can be committed. Made by {@link
 * SyncPlan}.
 */
public final class ApprovedPlan {

  private final SyncPlan plan;
  private final Set<EntityType> keptTypes;

  ApprovedPlan(SyncPlan plan, Set<EntityType> keptTypes) {
    this.plan = plan;
    this.keptTypes = Set.copyOf(keptTypes);
  }

  public SyncPlan plan() {
    return plan;
  }

  /** Returns the types that keep their absent rows. */
  public Set<EntityType> keptTypes() {
    return keptTypes;
  }

  /** Returns the rows of a type to be marked as gone. */
  public KeySet removals(TypePlan part) {
    return keptTypes.contains(part.type()) ? KeySet.empty() : part.absence().removable();
  }
}
