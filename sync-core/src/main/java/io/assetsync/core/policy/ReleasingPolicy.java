package io.assetsync.core.policy;

import static java.util.stream.Collectors.toSet;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.Objection.Effect;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Another policy, after a person has looked at what it withheld of some types. Of such a type the
 * rows that were seen may go, in spite of the guards that objected then.
 *
 * <p>If any other row of the type would go, or any other guard objects, nothing of it goes. A
 * listing that is not proved complete names no absent rows, so nothing of it is released; and a
 * refusal stays a refusal.
 */
record ReleasingPolicy(SyncPolicy policy, Map<String, HeldRemovals> held) implements SyncPolicy {

  private static final String NAME = "approval";

  ReleasingPolicy {
    held = Map.copyOf(held);
  }

  @Override
  public Verdict review(SyncPlan plan) {
    Verdict verdict = policy.review(plan);
    if (!(verdict instanceof Verdict.Approved approved)) {
      return verdict;
    }
    List<Objection> objections = new ArrayList<>(approved.objections());
    Set<EntityType> kept = approved.plan().keptTypes().stream().collect(toSet());
    for (TypePlan part : plan.types()) {
      if (held.containsKey(part.type().name()) && !part.absence().removable().isEmpty()) {
        decide(part, held.get(part.type().name()), objections, kept);
      }
    }
    return new Verdict.Approved(plan.approveKeepingAbsent(kept), objections);
  }

  private static void decide(
      TypePlan part, HeldRemovals seen, List<Objection> objections, Set<EntityType> kept) {
    String type = part.type().name();
    KeySet unseen = part.absence().removable().minus(seen.rows());
    if (!unseen.isEmpty()) {
      kept.add(part.type());
      objections.add(
          new Objection(
              NAME,
              type,
              Effect.WITHHOLD,
              "the approved run does not show "
                  + unseen.size()
                  + " of the rows that would go, so look at this run and approve it instead: "
                  + unseen));
      return;
    }
    boolean wasSeen =
        objections.stream()
            .filter(objection -> objection.type().equals(type))
            .allMatch(objection -> seen.guards().contains(objection.guard()));
    if (wasSeen) {
      kept.remove(part.type());
      objections.removeIf(objection -> objection.type().equals(type));
    }
  }
}
