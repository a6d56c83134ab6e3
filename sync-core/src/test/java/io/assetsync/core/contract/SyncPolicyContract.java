package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.policy.Verdict;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link SyncPolicy}: what any policy owes, whatever it objects to. */
public interface SyncPolicyContract {

  /** Plans of different sorts: nothing to do, new rows, removals, rejects, unproved listings. */
  List<SyncPlan> PLANS =
      List.of(
          new SyncPlan(List.of()),
          plan(Completeness.COMPLETE, new RowCounts(100, 100, 0, 0, 0, 0), 0),
          plan(Completeness.COMPLETE, new RowCounts(0, 100, 100, 0, 0, 0), 0),
          plan(Completeness.COMPLETE, new RowCounts(100, 99, 0, 1, 1, 0), 1),
          plan(Completeness.COMPLETE, new RowCounts(100, 0, 0, 0, 0, 0), 100),
          plan(Completeness.COMPLETE, new RowCounts(100, 10, 0, 0, 0, 90), 0),
          plan(new Completeness.Incomplete("moved"), new RowCounts(100, 9, 0, 0, 0, 0), 0),
          plan(new Completeness.Forbidden("403"), new RowCounts(100, 0, 0, 0, 0, 0), 0));

  SyncPolicy policy();

  @Test
  default void review_isAPureFunction() {
    SyncPolicy policy = policy();
    for (SyncPlan plan : PLANS) {
      Verdict once = policy.review(plan);
      Verdict again = policy.review(plan);

      assertThat(again.getClass()).as("%s", plan).isEqualTo(once.getClass());
      assertThat(again.objections()).as("%s", plan).isEqualTo(once.objections());
    }
  }

  @Test
  default void review_approvesNoOtherPlanThanTheOneShown() {
    for (SyncPlan plan : PLANS) {
      if (policy().review(plan) instanceof Verdict.Approved approved) {
        assertThat(approved.plan().plan()).isEqualTo(plan);
      }
    }
  }

  @Test
  default void review_keepsTheAbsentOfTypesItWithholds() {
    for (SyncPlan plan : PLANS) {
      if (policy().review(plan) instanceof Verdict.Approved approved) {
        List<String> withheld = approved.objections().stream().map(Objection::type).toList();

        assertThat(plan.types())
            .filteredOn(part -> withheld.contains(part.type().name()))
            .allSatisfy(
                part -> assertThat(approved.plan().removals(part)).isEqualTo(KeySet.empty()));
      }
    }
  }

  @Test
  default void review_givesReasonsForARefusal() {
    for (SyncPlan plan : PLANS) {
      if (policy().review(plan) instanceof Verdict.Refused refused) {
        assertThat(refused.objections()).as("%s", plan).isNotEmpty();
      }
    }
  }

  private static SyncPlan plan(Completeness completeness, RowCounts rows, long absent) {
    Absence absence = Absence.of(KeySet.of(LongStream.rangeClosed(1, absent)));
    return new SyncPlan(
        List.of(
            new TypePlan(CompanyAttributes.TYPE, completeness, rows, absence),
            new TypePlan(
                LocationAttributes.TYPE, Completeness.COMPLETE, RowCounts.NONE, Absence.NONE)));
  }
}
