package io.assetsync.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans, their parts and what an approval lets go. */
final class PlanTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final Absence TWO = Absence.of(KeySet.of(1, 2));

  @Test
  void absence_letsGoWhatIsNotUnlisted() {
    assertThat(new Absence(KeySet.of(1, 2, 3), KeySet.of(1), KeySet.of(2)).removable())
        .isEqualTo(KeySet.of(1, 3));
    assertThat(TWO.removable()).isEqualTo(KeySet.of(1, 2));
  }

  @Test
  void absence_refusesUnlistedRowsThatAreNotAbsent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Absence(KeySet.of(1), KeySet.empty(), KeySet.of(1, 2)))
        .withMessage("live and unlisted keys are absent ones");
  }

  static Stream<Completeness> unproved() {
    return Stream.of(
        new Completeness.Partial(Instant.EPOCH),
        new Completeness.Incomplete("moved"),
        new Completeness.Forbidden("403"));
  }

  @ParameterizedTest
  @MethodSource("unproved")
  void part_hasNothingAbsentUnlessTheListingIsComplete(Completeness completeness) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TypePlan(COMPANY, completeness, RowCounts.NONE, TWO))
        .withMessage("only a complete listing tells what is absent");
    assertThat(new TypePlan(COMPANY, completeness, RowCounts.NONE, Absence.NONE).absence())
        .isEqualTo(Absence.NONE);
  }

  @Test
  void part_isReplacedByOneWithAnotherAbsence() {
    RowCounts rows = new RowCounts(1, 2, 3, 4, 5, 6);
    TypePlan part = new TypePlan(COMPANY, Completeness.COMPLETE, rows, TWO);

    assertThat(part.withAbsence(Absence.NONE))
        .isEqualTo(new TypePlan(COMPANY, Completeness.COMPLETE, rows, Absence.NONE));
  }

  @Test
  void plan_doesNotChangeWithTheListItWasMadeFrom() {
    List<TypePlan> parts = new ArrayList<>(List.of(part(COMPANY)));
    SyncPlan plan = new SyncPlan(parts);
    parts.clear();

    assertThat(plan.types()).hasSize(1);
  }

  @Test
  void map_replacesEachPart() {
    SyncPlan plan = new SyncPlan(List.of(part(COMPANY), part(LocationAttributes.TYPE)));

    assertThat(plan.map(part -> part.withAbsence(Absence.NONE)).types())
        .extracting(TypePlan::absence)
        .containsExactly(Absence.NONE, Absence.NONE);
    assertThat(plan.types()).extracting(TypePlan::absence).containsExactly(TWO, TWO);
  }

  @Test
  void approve_letsAllGo() {
    SyncPlan plan = new SyncPlan(List.of(part(COMPANY)));

    assertThat(plan.approve().plan()).isSameAs(plan);
    assertThat(plan.approve().removals(part(COMPANY))).isEqualTo(KeySet.of(1, 2));
  }

  @Test
  void approveKeepingAbsent_letsNothingGoOfTheKeptTypes() {
    SyncPlan plan = new SyncPlan(List.of(part(COMPANY), part(LocationAttributes.TYPE)));
    ApprovedPlan approved = plan.approveKeepingAbsent(Set.of(COMPANY));

    assertThat(approved.removals(part(COMPANY))).isEqualTo(KeySet.empty());
    assertThat(approved.removals(part(LocationAttributes.TYPE))).isEqualTo(KeySet.of(1, 2));
  }

  private static TypePlan part(EntityType type) {
    return new TypePlan(type, Completeness.COMPLETE, RowCounts.NONE, TWO);
  }
}
