package io.assetsync.core.policy;

import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.TypePlan;
import java.util.Optional;

/** One rule of a {@link SyncPolicy}; a pure function, usable from any thread. */
@FunctionalInterface
public interface Guard {

  /** Returns the objection to this part of a plan, or empty if there is none. */
  Optional<Objection> check(TypePlan plan);
}
