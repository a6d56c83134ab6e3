package io.assetsync.core.policy;

import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.SyncPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a run may do to the mirror. A pure function of the plan, usable from any thread. */
@FunctionalInterface
public interface SyncPolicy {

  /** Returns the decision on a plan, with every objection raised. */
  Verdict review(SyncPlan plan);

  /** Returns the policy that asks each guard about each type and does what the strictest says. */
  static SyncPolicy guardedBy(List<Guard> guards) {
    List<Guard> rules = List.copyOf(guards);
    return plan -> Verdict.of(plan, objections(rules, plan));
  }

  /**
   * Returns this policy for a run that a person lets remove what an earlier one held back.
   *
   * @param held what was held back and seen, by the name of the type
   */
  default SyncPolicy releasing(Map<String, HeldRemovals> held) {
    return new ReleasingPolicy(this, held);
  }

  private static List<Objection> objections(List<Guard> guards, SyncPlan plan) {
    return plan.types().stream()
        .flatMap(part -> guards.stream().map(guard -> guard.check(part)))
        .flatMap(Optional::stream)
        .toList();
  }
}
