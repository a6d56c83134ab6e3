package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.companies;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which rows of the mirror a plan calls absent. */
interface AbsenceContract extends MirrorContract {

  @Test
  default void absence_isWhatACompleteListingLacks() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1, 2, 3, 4));

    assertThat(publish(store, 2, companies(2, 4)).absence()).isEqualTo(Absence.of(KeySet.of(1, 3)));
  }

  @Test
  default void absence_isEverythingWhenACompleteListingIsEmpty() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1, 2));

    TypePlan plan = PublishedRun.begin(store, COMPANY).plan().types().get(0);

    assertThat(plan.absence()).isEqualTo(Absence.of(KeySet.of(1, 2)));
    assertThat(plan.rows().mirrored()).isEqualTo(2);
  }

  @Test
  default void absence_isNothingWhenTheListingIsPartial() {
    assertNothingAbsent(new Completeness.Partial(Instant.parse("2025-01-31T08:00:00Z")));
  }

  @Test
  default void absence_isNothingWhenTheListingIsIncomplete() {
    assertNothingAbsent(new Completeness.Incomplete("the total moved"));
  }

  @Test
  default void absence_isNothingWhenTheTypeIsForbidden() {
    assertNothingAbsent(new Completeness.Forbidden("403"));
  }

  @Test
  default void absence_leavesOutRowsThatCouldNotBeRead() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1, 2, 3));

    TypePlan plan = publish(store, 2, companies(1), Samples.unreadable(COMPANY, 2));

    assertThat(plan.absence()).isEqualTo(Absence.of(KeySet.of(3)));
  }

  @Test
  default void absence_leavesOutRowsWithAnUnreadableValue() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1, 2));
    Page page =
        new Page(
            COMPANY,
            List.of(),
            List.of(Reject.value(new EntityKey(2), CompanyAttributes.CREATED_AT, "it is no time")));

    TypePlan plan = publish(store, 2, companies(1), page);

    assertThat(plan.absence()).isEqualTo(Absence.NONE);
  }

  @Test
  default void absence_countsDeletedRowsThatAreNoLongerListed() {
    AssetStore store = emptyMirror().store();
    Entity deleted = Samples.asset(1).lifeCycle(LifeCycle.DELETED).build();
    publish(store, 1, Samples.page(deleted, Samples.asset(2).build()));

    TypePlan plan = publish(store, 2, Samples.page(Samples.asset(2).build()));

    assertThat(plan.absence()).isEqualTo(Absence.of(KeySet.of(1), KeySet.empty()));
  }

  @Test
  default void absence_leavesOutRowsThatAreGoneAlready() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1, 2));
    publish(store, 2, companies(1));

    TypePlan plan = publish(store, 3, companies(1));

    assertThat(plan.absence()).isEqualTo(Absence.NONE);
    assertThat(plan.rows().mirrored()).isEqualTo(1);
  }

  @Test
  default void absence_isJudgedForEachTypeByItself() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1));
    publish(store, 2, Samples.page(Samples.location(1, "Somewhere")));

    assertThat(publish(store, 3, companies(2)).absence()).isEqualTo(Absence.of(KeySet.of(1)));
    assertThat(PublishedRun.begin(store, COMPANY).stage(companies(2)).plan().types().get(0))
        .extracting(TypePlan::absence)
        .isEqualTo(Absence.NONE);
  }

  @Test
  default void absence_holdsManyKeys() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(LongStream.rangeClosed(1, 5_000).toArray()));

    assertThat(publish(store, 2, companies(2_500)).absence().keys().size()).isEqualTo(4_999);
  }

  private void assertNothingAbsent(Completeness completeness) {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1, 2));

    TypePlan plan =
        PublishedRun.begin(store, COMPANY)
            .sealedAs(completeness)
            .stage(companies(1))
            .plan()
            .types()
            .get(0);

    assertThat(plan.completeness()).isEqualTo(completeness);
    assertThat(plan.absence()).isEqualTo(Absence.NONE);
    assertThat(plan.rows().mirrored()).isEqualTo(2);
  }
}
