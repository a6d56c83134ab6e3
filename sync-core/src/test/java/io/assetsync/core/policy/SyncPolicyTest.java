package io.assetsync.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.contract.SyncPolicyContract;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.Objection.Effect;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SyncPolicyTest implements SyncPolicyContract {

  private static final TypePlan COMPANIES = part(CompanyAttributes.TYPE);
  private static final TypePlan LOCATIONS = part(LocationAttributes.TYPE);
  private static final SyncPlan PLAN = new SyncPlan(List.of(COMPANIES, LOCATIONS));

  @Override
  public SyncPolicy policy() {
    return SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT));
  }

  @Test
  void review_approvesAllWhenNothingObjects() {
    Verdict verdict = SyncPolicy.guardedBy(List.of(plan -> Optional.empty())).review(PLAN);

    assertThat(verdict.objections()).isEmpty();
    assertThat(removals(verdict, COMPANIES)).isEqualTo(KeySet.of(1, 2));
    assertThat(removals(verdict, LOCATIONS)).isEqualTo(KeySet.of(1, 2));
  }

  @Test
  void review_approvesAllWithoutGuards() {
    assertThat(SyncPolicy.guardedBy(List.of()).review(PLAN)).isInstanceOf(Verdict.Approved.class);
  }

  @Test
  void review_keepsTheAbsentOfTheWithheldTypeOnly() {
    Verdict verdict =
        SyncPolicy.guardedBy(List.of(objecting("company", Effect.WITHHOLD))).review(PLAN);

    assertThat(removals(verdict, COMPANIES)).isEqualTo(KeySet.empty());
    assertThat(removals(verdict, LOCATIONS)).isEqualTo(KeySet.of(1, 2));
  }

  @Test
  void review_refusesWhenOneGuardDoes() {
    Verdict verdict =
        SyncPolicy.guardedBy(
                List.of(
                    objecting("company", Effect.WITHHOLD), objecting("location", Effect.REFUSE)))
            .review(PLAN);

    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    assertThat(verdict.objections())
        .extracting(Objection::type)
        .containsExactly("company", "location");
  }

  @Test
  void review_collectsObjectionsInTheOrderOfPlanAndGuards() {
    SyncPolicy policy =
        SyncPolicy.guardedBy(
            List.of(
                plan -> Optional.of(objection("first", plan)),
                plan -> Optional.of(objection("second", plan))));

    assertThat(policy.review(PLAN).objections())
        .extracting(objection -> objection.type() + " " + objection.guard())
        .containsExactly("company first", "company second", "location first", "location second");
  }

  private static KeySet removals(Verdict verdict, TypePlan part) {
    return ((Verdict.Approved) verdict).plan().removals(part);
  }

  private static Guard objecting(String type, Effect effect) {
    return plan ->
        plan.type().name().equals(type)
            ? Optional.of(new Objection("a_guard", type, effect, "because"))
            : Optional.empty();
  }

  private static Objection objection(String guard, TypePlan plan) {
    return new Objection(guard, plan.type().name(), Effect.WITHHOLD, "because");
  }

  private static TypePlan part(EntityType type) {
    return new TypePlan(
        type, Completeness.COMPLETE, new RowCounts(10, 8, 0, 0, 0, 0), Absence.of(KeySet.of(1, 2)));
  }
}
