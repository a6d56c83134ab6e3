package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.companies;
import static io.assetsync.core.testing.Samples.company;
import static io.assetsync.core.testing.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.testing.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a plan counts the entities that were read. */
interface PlanContract extends MirrorContract {

  @Test
  default void plan_countsNothingWhenNothingIsThere() {
    TypePlan plan = PublishedRun.begin(emptyMirror().store(), COMPANY).plan().types().get(0);

    assertThat(plan.rows()).isEqualTo(RowCounts.NONE);
    assertThat(plan.absence().keys().isEmpty()).isTrue();
  }

  @Test
  default void plan_countsWhatIsNew() {
    TypePlan plan = publish(emptyMirror().store(), 1, companies(1, 2), companies(3));

    assertThat(plan.rows()).isEqualTo(new RowCounts(0, 3, 3, 0, 0, 0));
  }

  @Test
  default void plan_countsNothingWhenNothingChanged() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(1, 2, 3));

    TypePlan plan = publish(store, 2, companies(1, 2, 3));

    assertThat(plan.rows()).isEqualTo(new RowCounts(3, 3, 0, 0, 0, 0));
  }

  @Test
  default void plan_countsNothingForFullEntitiesReadAgain() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, page(Samples.full(AssetAttributes.TYPE, 1)));

    TypePlan plan = publish(store, 2, page(Samples.full(AssetAttributes.TYPE, 1)));

    assertThat(plan.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
  }

  @Test
  default void plan_countsAnotherValueAsUpdate() {
    assertDifference(company(1, "Before"), company(1, "After"), new RowCounts(1, 1, 0, 1, 0, 0));
  }

  @Test
  default void plan_countsAValueThatComesAsUpdate() {
    Entity without = Samples.sparse(COMPANY, 1);

    assertDifference(without, company(1, "After"), new RowCounts(1, 1, 0, 1, 0, 0));
  }

  @Test
  default void plan_countsAValueThatGoesAsUpdate() {
    Entity without = Samples.sparse(COMPANY, 1);

    assertDifference(company(1, "Before"), without, new RowCounts(1, 1, 0, 1, 0, 0));
  }

  @Test
  default void plan_countsAnotherLifeCycleAsUpdate() {
    Entity archived = Samples.asset(1).lifeCycle(LifeCycle.ARCHIVED).build();

    assertDifference(Samples.asset(1).build(), archived, new RowCounts(1, 1, 0, 1, 0, 0));
  }

  @Test
  default void plan_countsVolatileDifferencesAsRefreshed() {
    assertDifference(withAssets(1, 5), withAssets(1, 6), new RowCounts(1, 1, 0, 0, 1, 0));
  }

  @Test
  default void plan_countsAVolatileValueThatComesAsRefreshed() {
    assertDifference(withAssets(1, null), withAssets(1, 6), new RowCounts(1, 1, 0, 0, 1, 0));
  }

  @Test
  default void plan_countsARowOnceWhenVolatileAndOtherValuesDiffer() {
    Entity after =
        Entity.of(COMPANY, new EntityKey(1))
            .set(CompanyAttributes.NAME, "After")
            .set(CompanyAttributes.ASSETS_COUNT, 6)
            .build();

    assertDifference(withAssets(1, 5), after, new RowCounts(1, 1, 0, 1, 0, 0));
  }

  @Test
  default void plan_ignoresTheRawRow() {
    Entity otherRaw =
        Entity.of(COMPANY, new EntityKey(1))
            .set(CompanyAttributes.NAME, "Same")
            .raw(new Json("{\"id\":1,\"more\":true}"))
            .build();

    assertDifference(company(1, "Same"), otherRaw, new RowCounts(1, 1, 0, 0, 0, 0));
  }

  @Test
  default void plan_comparesNumbersByValue() {
    assertDifference(costing("1.5"), costing("1.50"), new RowCounts(1, 1, 0, 0, 0, 0));
    assertDifference(costing("100"), costing("1E+2"), new RowCounts(1, 1, 0, 0, 0, 0));
  }

  @Test
  default void plan_countsASmallDifferenceOfNumbersAsUpdate() {
    assertDifference(costing("1.5"), costing("1.5001"), new RowCounts(1, 1, 0, 1, 0, 0));
  }

  @Test
  default void plan_countsAnEntityOnceHoweverOftenItIsStaged() {
    TypePlan plan =
        publish(emptyMirror().store(), 1, companies(1, 2), companies(2, 1), companies(2));

    assertThat(plan.rows()).isEqualTo(new RowCounts(0, 2, 2, 0, 0, 0));
  }

  @Test
  default void plan_comparesTheLastOneStaged() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, page(company(1, "Same")));

    TypePlan plan = publish(store, 2, page(company(1, "Other")), page(company(1, "Same")));

    assertThat(plan.rows()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
  }

  @Test
  default void plan_comparesTheLastOneOfAPage() {
    AssetStore store = emptyMirror().store();
    publish(store, 1, page(company(1, "Same")));

    TypePlan plan = publish(store, 2, page(company(1, "Same"), company(1, "Other")));

    assertThat(plan.rows()).isEqualTo(new RowCounts(1, 1, 0, 1, 0, 0));
  }

  @Test
  default void plan_countsEveryReject() {
    Page page =
        new Page(
            COMPANY,
            List.of(company(1, "Readable but for one value")),
            List.of(
                Reject.value(new EntityKey(1), CompanyAttributes.CREATED_AT, "it is no time"),
                Reject.row(Optional.of(new EntityKey(2)), "it is not an object"),
                Reject.row(Optional.empty(), "it has no id")));

    TypePlan plan = publish(emptyMirror().store(), 1, page);

    assertThat(plan.rows()).isEqualTo(new RowCounts(0, 1, 1, 0, 0, 3));
  }

  @Test
  default void plan_takesManyRowsAndLargePages() {
    long[] keys = LongStream.rangeClosed(1, 20_000).toArray();
    AssetStore store = emptyMirror().store();
    publish(store, 1, companies(keys));

    TypePlan plan = publish(store, 2, companies(keys), companies(20_001));

    assertThat(plan.rows()).isEqualTo(new RowCounts(20_000, 20_001, 1, 0, 0, 0));
  }

  @Test
  default void plan_takesPagesWithoutRows() {
    TypePlan plan =
        publish(emptyMirror().store(), 1, new Page(COMPANY, List.of(), List.of()), companies(1));

    assertThat(plan.rows()).isEqualTo(new RowCounts(0, 1, 1, 0, 0, 0));
  }

  @Test
  default void plan_keepsTypesApart() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));

    TypePlan plan = publish(mirror.store(), 2, page(Samples.location(1, "Same key, other type")));

    assertThat(plan.rows()).isEqualTo(new RowCounts(0, 1, 1, 0, 0, 0));
    assertThat(mirror.rows(COMPANY)).hasSize(2);
  }

  private void assertDifference(Entity before, Entity after, RowCounts expected) {
    AssetStore store = emptyMirror().store();
    publish(store, 1, page(before));

    assertThat(publish(store, 2, page(after)).rows()).isEqualTo(expected);
  }

  private static Entity withAssets(long key, @Nullable Integer count) {
    return Entity.of(COMPANY, new EntityKey(key))
        .set(CompanyAttributes.NAME, "Company")
        .set(CompanyAttributes.ASSETS_COUNT, count)
        .build();
  }

  private static Entity costing(String cost) {
    return Samples.asset(1).set(AssetAttributes.PURCHASE_COST, new BigDecimal(cost)).build();
  }
}
