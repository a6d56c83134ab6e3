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
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.EntityValues;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.Samples;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a commit makes of the rows of the mirror. */
interface WrittenRowsContract extends MirrorContract {

  @Test
  default void commit_writesTheRunIntoNewRows() {
    MirrorFixture mirror = emptyMirror();

    publish(mirror.store(), 7, companies(1));

    assertRuns(mirror, COMPANY, 7, 7);
  }

  @Test
  default void commit_writesTheRunIntoUpdatedRows() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(company(1, "Before")));

    publish(mirror.store(), 2, page(company(1, "After")));

    assertRuns(mirror, COMPANY, 1, 2);
    assertThat(only(mirror, COMPANY).get(CompanyAttributes.NAME)).isEqualTo("After");
  }

  @Test
  default void commit_writesValuesThatWentAsMissing() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(company(1, "Before")));

    publish(mirror.store(), 2, page(Samples.sparse(COMPANY, 1)));

    assertThat(only(mirror, COMPANY).get(CompanyAttributes.NAME)).isNull();
  }

  @Test
  default void commit_leavesTheRunOfUnchangedRows() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1));

    publish(mirror.store(), 2, companies(1, 2));

    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.changedRun().value())
        .containsExactly(1L, 2L);
  }

  @Test
  default void commit_leavesTheRunOfRefreshedRowsButWritesTheirValues() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(withAssets(5)));

    publish(mirror.store(), 2, page(withAssets(6)));

    assertRuns(mirror, COMPANY, 1, 1);
    assertThat(only(mirror, COMPANY).get(CompanyAttributes.ASSETS_COUNT)).isEqualTo(6);
  }

  @Test
  default void commit_leavesTheRawRowOfUnchangedRows() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(withRaw("Same", "{\"a\":1}")));

    publish(mirror.store(), 2, page(withRaw("Same", "{\"a\":2}")));

    assertRuns(mirror, COMPANY, 1, 1);
    assertThat(EntityValues.of(only(mirror, COMPANY))).containsEntry("#raw", "{\"a\":1}");
  }

  @Test
  default void commit_writesTheRawRowOfUpdatedRows() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(withRaw("Before", "{\"a\":1}")));

    publish(mirror.store(), 2, page(withRaw("After", "{\"a\":2}")));

    assertThat(EntityValues.of(only(mirror, COMPANY))).containsEntry("#raw", "{\"a\":2}");
  }

  @Test
  default void commit_writesTheLastOneStaged() {
    MirrorFixture mirror = emptyMirror();

    publish(
        mirror.store(),
        1,
        page(company(1, "First"), company(1, "Second")),
        page(company(1, "Third")));

    assertThat(only(mirror, COMPANY).get(CompanyAttributes.NAME)).isEqualTo("Third");
  }

  @Test
  default void commit_writesTheLastOneStagedOverAMirroredRow() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(company(1, "Same")));

    publish(mirror.store(), 2, page(company(1, "Other")), page(company(1, "Same")));

    assertThat(only(mirror, COMPANY).get(CompanyAttributes.NAME)).isEqualTo("Same");
    assertRuns(mirror, COMPANY, 1, 1);
  }

  @Test
  default void commit_marksTheAbsentAsGoneAndKeepsTheirValues() {
    MirrorFixture mirror = emptyMirror();
    Entity asset = Samples.full(AssetAttributes.TYPE, 1);
    publish(mirror.store(), 1, page(asset, Samples.asset(2).build()));

    publish(mirror.store(), 2, page(Samples.asset(2).build()));

    MirroredRow gone = mirror.rows(AssetAttributes.TYPE).get(0);
    Map<String, @Nullable Object> expected = EntityValues.of(asset);
    expected.put("#life_cycle", LifeCycle.GONE);
    assertThat(EntityValues.of(gone.entity())).isEqualTo(expected);
    assertThat(gone.firstSeenRun()).isEqualTo(new RunId(1));
    assertThat(gone.changedRun()).isEqualTo(new RunId(2));
  }

  @Test
  default void commit_leavesRowsAloneThatAreGoneAlready() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, companies(2));

    publish(mirror.store(), 3, companies(2));

    assertThat(mirror.rows(COMPANY).get(0).changedRun()).isEqualTo(new RunId(2));
  }

  @Test
  default void commit_revivesARowThatIsListedAgain() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, companies(2));

    TypePlan plan = publish(mirror.store(), 3, companies(1, 2));

    MirroredRow revived = mirror.rows(COMPANY).get(0);
    assertThat(plan.rows().created()).isZero();
    assertThat(plan.rows().updated()).isEqualTo(1);
    assertThat(revived.entity().lifeCycle()).isEqualTo(LifeCycle.ACTIVE);
    assertThat(revived.firstSeenRun()).isEqualTo(new RunId(1));
    assertThat(revived.changedRun()).isEqualTo(new RunId(3));
  }

  @Test
  default void commit_keepsTheAbsentOfAKeptType() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.stage(companies(2, 3));
      session.seal(COMPANY, Completeness.COMPLETE);
      SyncPlan plan = session.plan();

      session.commit(plan.approveKeepingAbsent(Set.of(COMPANY)), new RunId(2), SourceState.NONE);
    }

    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.entity().lifeCycle())
        .containsExactly(LifeCycle.ACTIVE, LifeCycle.ACTIVE, LifeCycle.ACTIVE);
    assertThat(mirror.rows(COMPANY).get(0).changedRun()).isEqualTo(new RunId(1));
  }

  @Test
  default void commit_keepsTheAbsentThatTheSourceStillHas() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2, 3));
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.stage(companies(3));
      session.seal(COMPANY, Completeness.COMPLETE);
      SyncPlan confirmed =
          session.plan().map(part -> part.withAbsence(part.absence().confirmed(KeySet.of(1))));

      session.commit(confirmed.approve(), new RunId(2), SourceState.NONE);
    }

    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.entity().lifeCycle())
        .containsExactly(LifeCycle.GONE, LifeCycle.ACTIVE, LifeCycle.ACTIVE);
  }

  @Test
  default void commit_keepsRowsThatCouldNotBeRead() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));

    publish(mirror.store(), 2, companies(1), Samples.unreadable(COMPANY, 2));

    assertThat(mirror.rows(COMPANY).get(1).entity().lifeCycle()).isEqualTo(LifeCycle.ACTIVE);
    assertThat(mirror.rows(COMPANY).get(1).changedRun()).isEqualTo(new RunId(1));
  }

  @Test
  default void commit_leavesTypesAloneThatAreNotOfTheSession() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1));

    publish(mirror.store(), 2, page(Samples.location(9, "Elsewhere")));

    assertRuns(mirror, COMPANY, 1, 1);
  }

  private static void assertRuns(
      MirrorFixture mirror, EntityType type, long firstSeen, long changed) {
    assertThat(mirror.rows(type))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.firstSeenRun()).isEqualTo(new RunId(firstSeen));
              assertThat(row.changedRun()).isEqualTo(new RunId(changed));
            });
  }

  private static Entity only(MirrorFixture mirror, EntityType type) {
    assertThat(mirror.rows(type)).hasSize(1);
    return mirror.rows(type).get(0).entity();
  }

  private static Entity withAssets(int count) {
    return Entity.of(COMPANY, new EntityKey(1))
        .set(CompanyAttributes.NAME, "Company")
        .set(CompanyAttributes.ASSETS_COUNT, count)
        .build();
  }

  private static Entity withRaw(String name, String raw) {
    return Entity.of(COMPANY, new EntityKey(1))
        .set(CompanyAttributes.NAME, name)
        .raw(new Json(raw))
        .build();
  }
}
