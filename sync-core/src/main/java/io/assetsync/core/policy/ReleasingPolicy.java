package io.assetsync.core.policy;

import static java.util.stream.Collectors.toSet;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Another policy, but for the types whose absent rows a person has looked at and released, every
 * one of them: what the policy withholds of such a type may go.
 *
 * <p>A listing that is not proved complete names no absent rows, so nothing of it is released; and
 * a refusal stays a refusal.
 */
record ReleasingPolicy(SyncPolicy policy, Map<String, KeySet> released) implements SyncPolicy {

  ReleasingPolicy {
    released = Map.copyOf(released);
  }

  @Override
  public Verdict review(SyncPlan plan) {
    Verdict verdict = policy.review(plan);
    if (!(verdict instanceof Verdict.Approved approved)) {
      return verdict;
    }
    Set<String> free =
        plan.types().stream().filter(this::isReleased).map(p -> p.type().name()).collect(toSet());
    Set<EntityType> kept =
        approved.plan().keptTypes().stream()
            .filter(type -> !free.contains(type.name()))
            .collect(toSet());
    List<Objection> objections =
        approved.objections().stream()
            .filter(objection -> !free.contains(objection.type()))
            .map(objection -> explained(objection, plan))
            .toList();
    return new Verdict.Approved(plan.approveKeepingAbsent(kept), objections);
  }

  private boolean isReleased(TypePlan part) {
    return !part.absence().removable().isEmpty() && beyond(part).isEmpty();
  }

  /** Returns the rows that would go and that nobody has released. */
  private KeySet beyond(TypePlan part) {
    return part.absence()
        .removable()
        .minus(released.getOrDefault(part.type().name(), KeySet.empty()));
  }

  private Objection explained(Objection objection, SyncPlan plan) {
    return Stream.of(objection)
        .filter(o -> released.containsKey(o.type()))
        .flatMap(o -> plan.types().stream().filter(p -> p.type().name().equals(o.type())))
        .filter(part -> !part.absence().removable().isEmpty())
        .findFirst()
        .map(part -> withReason(objection, beyond(part)))
        .orElse(objection);
  }

  private static Objection withReason(Objection objection, KeySet beyond) {
    return new Objection(
        objection.guard(),
        objection.type(),
        objection.effect(),
        objection.reason()
            + "; the approval does not cover "
            + beyond.size()
            + " of them, so look at this run and approve it instead: "
            + beyond);
  }
}
