package io.assetsync.core.plan;

import io.assetsync.core.model.EntityType;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a run would change if it were committed as it stands: one {@link TypePlan} for each type
 * that was read. Immutable.
 */
public record SyncPlan(List<TypePlan> types) {

  public SyncPlan {
    types = List.copyOf(types);
  }

  /** Returns the plan with each part replaced. */
  public SyncPlan map(UnaryOperator<TypePlan> change) {
    return new SyncPlan(types.stream().map(change).toList());
  }

  /** Approves all of the plan, removals included. */
  public ApprovedPlan approve() {
    return approveKeepingAbsent(Set.of());
  }

  /** Approves the plan without the removals of the given types. */
  public ApprovedPlan approveKeepingAbsent(Set<EntityType> keptTypes) {
    return new ApprovedPlan(this, keptTypes);
  }
}
