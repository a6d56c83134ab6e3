package io.assetsync.core.policy;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.Objection.Effect;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The decision of a {@link SyncPolicy} on a plan. */
public sealed interface Verdict {

  /** Returns every objection raised, in the order of the plan; none means full approval. */
  List<Objection> objections();

  /** The approved part may be committed. */
  record Approved(ApprovedPlan plan, List<Objection> objections) implements Verdict {
    public Approved {
      requireNonNull(plan, "plan");
      objections = List.copyOf(objections);
    }
  }

  /** Nothing may be committed. */
  record Refused(List<Objection> objections) implements Verdict {
    public Refused {
      objections = List.copyOf(objections);
    }
  }

  /** Returns what the strictest of the objections asks for. */
  static Verdict of(SyncPlan plan, List<Objection> objections) {
    if (objections.stream().anyMatch(o -> o.effect() == Effect.REFUSE)) {
      return new Refused(objections);
    }
    Set<String> withheld =
        objections.stream().map(Objection::type).collect(Collectors.toUnmodifiableSet());
    Set<EntityType> kept =
        plan.types().stream()
            .map(TypePlan::type)
            .filter(type -> withheld.contains(type.name()))
            .collect(Collectors.toUnmodifiableSet());
    return new Approved(plan.approveKeepingAbsent(kept), objections);
  }
}
