package io.assetsync.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.Objection.Effect;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each guard below, at and above its limit. */
final class GuardsTest {

  @Test
  void incompleteSnapshot_withholdsWhenNothingIsProved() {
    assertThat(Guards.incompleteSnapshot().check(unproved(new Completeness.Incomplete("moved"))))
        .contains(new Objection("incomplete_snapshot", "company", Effect.WITHHOLD, "moved"));
  }

  @Test
  void incompleteSnapshot_withholdsWhenNothingMayBeRead() {
    assertThat(Guards.incompleteSnapshot().check(unproved(new Completeness.Forbidden("403"))))
        .contains(new Objection("forbidden_type", "company", Effect.WITHHOLD, "403"));
  }

  @Test
  void incompleteSnapshot_hasNothingAgainstOtherListings() {
    assertThat(Guards.incompleteSnapshot().check(unproved(Completeness.COMPLETE))).isEmpty();
    assertThat(Guards.incompleteSnapshot().check(unproved(new Completeness.Partial(Instant.EPOCH))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} read, {1} absent: objects {2}")
  @CsvSource({"0,0,false", "0,1,true", "0,100,true", "1,1,false", "1,0,false"})
  void emptySnapshotOverLiveData_withholdsWhenNothingIsListed(
      long read, long absent, boolean objects) {
    assertObjects(Guards.emptySnapshotOverLiveData(), plan(100, read, absent, 0), objects);
  }

  @Test
  void emptySnapshotOverLiveData_saysWhereToLook() {
    assertThat(Guards.emptySnapshotOverLiveData().check(plan(100, 0, 100, 0)))
        .contains(
            new Objection(
                "empty_snapshot_over_live_data",
                "company",
                Effect.WITHHOLD,
                "the source lists none, the mirror has 100;"
                    + " look at the rights and the company of the source's user"));
  }

  @ParameterizedTest(name = "{2} of {3} absent, share {0}, floor {1}: objects {4}")
  @CsvSource({
    // the floor alone
    "0.01, 20,   19,   100, false",
    "0.01, 20,   20,   100, false",
    "0.01, 20,   21,   100, true",
    // the share alone
    "0.01, 20,   99, 10000, false",
    "0.01, 20,  100, 10000, false",
    "0.01, 20,  101, 10000, true",
    // a share that is no whole number of rows is rounded down
    "0.01,  0,    1,   199, false",
    "0.01,  0,    2,   199, true",
    // shares that binary fractions miss
    "0.29,  0,   29,   100, false",
    "0.29,  0,   30,   100, true",
    "0.07,  0,    7,   100, false",
    // none allowed
    "0.00,  0,    0,   100, false",
    "0.00,  0,    1,   100, true",
    // all allowed
    "1.00,  0,  100,   100, false",
  })
  void absentShareAbove_withholdsBeyondShareAndFloor(
      double share, long floor, long absent, long mirrored, boolean objects) {
    assertObjects(Guards.absentShareAbove(share, floor), plan(mirrored, 1, absent, 0), objects);
  }

  @Test
  void absentShareAbove_saysHowManyAndWhich() {
    assertThat(Guards.absentShareAbove(0.01, 3).check(plan(100, 96, 4, 0)))
        .contains(
            new Objection(
                "absent_share_above",
                "company",
                Effect.WITHHOLD,
                "4 of 100 rows are no longer listed, more than the 3 that may go unasked:"
                    + " 1, 2, 3 and 1 more"));
  }

  @Test
  void absentGuards_leaveOutRowsThatTheSourceStillHas() {
    KeySet absent = KeySet.of(1, 2, 3);
    TypePlan plan = plan(3, 1, 0, 0).withAbsence(new Absence(absent, absent, KeySet.of(2, 3)));

    assertThat(Guards.absentCountAbove(1).check(plan)).isEmpty();
    assertThat(Guards.absentShareAbove(0, 1).check(plan)).isEmpty();
    assertThat(Guards.emptySnapshotOverLiveData().check(none(absent))).isEmpty();
  }

  @ParameterizedTest(name = "{1} absent, at most {0}: objects {2}")
  @CsvSource({"0,0,false", "0,1,true", "5,4,false", "5,5,false", "5,6,true"})
  void absentCountAbove_withholdsBeyondTheNumber(long max, long absent, boolean objects) {
    assertObjects(Guards.absentCountAbove(max), plan(100, 1, absent, 0), objects);
  }

  @Test
  void absentCountAbove_saysHowMany() {
    assertThat(Guards.absentCountAbove(0).check(plan(100, 99, 1, 0)))
        .contains(
            new Objection(
                "absent_count_above",
                "company",
                Effect.WITHHOLD,
                "1 rows are no longer listed, more than the limit of 0"));
  }

  @ParameterizedTest(name = "{2} rejected of {3}, share {0}, floor {1}: objects {4}")
  @CsvSource({
    "0.05, 20,   20,     0, false",
    "0.05, 20,   21,     0, true",
    "0.05, 20,   50,  1000, false",
    "0.05, 20,   51,  1000, true",
    "0.29,  0,   29,   100, false",
    "0.00,  0,    0,  1000, false",
    "0.00,  0,    1,  1000, true",
  })
  void rejectedShareAbove_refusesBeyondShareAndFloor(
      double share, long floor, long rejected, long read, boolean objects) {
    assertObjects(Guards.rejectedShareAbove(share, floor), plan(0, read, 0, rejected), objects);
  }

  @Test
  void rejectedShareAbove_refusesAndSaysWhy() {
    assertThat(Guards.rejectedShareAbove(0.05, 1).check(plan(0, 20, 0, 2)))
        .contains(
            new Objection(
                "rejected_share_above",
                "company",
                Effect.REFUSE,
                "2 rows or values could not be read, more than the 1 that are tolerated"
                    + " among 20 rows; see the rejects of this run"));
  }

  @Test
  void standard_obeysItsLimits() {
    SyncPolicy policy = SyncPolicy.guardedBy(Guards.standard(new PolicyLimits(0.5, 2, 0.1)));

    assertThat(names(policy, plan(10, 5, 5, 0))).isEmpty();
    assertThat(names(policy, plan(10, 4, 6, 0))).containsExactly("absent_share_above");
    assertThat(names(policy, plan(10, 0, 2, 0))).containsExactly("empty_snapshot_over_live_data");
    assertThat(names(policy, plan(10, 30, 0, 3))).isEmpty();
    assertThat(names(policy, plan(10, 30, 0, 4))).containsExactly("rejected_share_above");
    assertThat(names(policy, unproved(new Completeness.Incomplete("moved"))))
        .containsExactly("incomplete_snapshot");
  }

  private static List<String> names(SyncPolicy policy, TypePlan plan) {
    return policy.review(new SyncPlan(List.of(plan))).objections().stream()
        .map(Objection::guard)
        .toList();
  }

  private static void assertObjects(Guard guard, TypePlan plan, boolean objects) {
    assertThat(guard.check(plan).isPresent()).isEqualTo(objects);
  }

  private static TypePlan plan(long mirrored, long read, long absent, long rejected) {
    return new TypePlan(
        CompanyAttributes.TYPE,
        Completeness.COMPLETE,
        new RowCounts(mirrored, read, 0, 0, 0, rejected),
        Absence.of(KeySet.of(LongStream.rangeClosed(1, absent))));
  }

  private static TypePlan none(KeySet existing) {
    return plan(existing.size(), 0, 0, 0).withAbsence(new Absence(existing, existing, existing));
  }

  private static TypePlan unproved(Completeness completeness) {
    return new TypePlan(
        CompanyAttributes.TYPE, completeness, new RowCounts(100, 0, 0, 0, 0, 0), Absence.NONE);
  }
}
