package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.companies;
import static io.assetsync.core.testing.Samples.company;
import static io.assetsync.core.testing.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.store.UndoneRows;
import io.assetsync.core.testing.EntityValues;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the undoing of runs does to the mirror. */
interface UndoContract extends MirrorContract {

  @Test
  default void undo_bringsBackWhatARunChanged() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, page(company(1, "Other"), company(2, "Company 2")));

    assertThat(undo(mirror, 2, 3)).containsExactly(new UndoneRows(COMPANY, 1, 0));

    assertThat(names(mirror)).containsExactly("Company 1", "Company 2");
    assertThat(mirror.rows(COMPANY))
        .extracting(MirroredRow::firstSeenRun, MirroredRow::changedRun)
        .containsExactly(tuple(new RunId(1), new RunId(3)), tuple(new RunId(1), new RunId(1)));
  }

  @Test
  default void undo_marksAsGoneWhatARunCreated() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1));
    publish(mirror.store(), 2, companies(1, 2));

    assertThat(undo(mirror, 2, 3)).containsExactly(new UndoneRows(COMPANY, 0, 1));

    assertThat(lifeCycles(mirror)).containsExactly(LifeCycle.ACTIVE, LifeCycle.GONE);
  }

  @Test
  default void undo_bringsBackWhatARunRemoved() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, companies(1));
    assertThat(lifeCycles(mirror)).containsExactly(LifeCycle.ACTIVE, LifeCycle.GONE);

    undo(mirror, 2, 3);

    assertThat(lifeCycles(mirror)).containsExactly(LifeCycle.ACTIVE, LifeCycle.ACTIVE);
  }

  @Test
  default void undo_takesBackLaterRunsToo() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1));
    publish(mirror.store(), 2, page(company(1, "Second")));
    publish(mirror.store(), 3, page(company(1, "Third"), company(2, "New")));

    assertThat(undo(mirror, 2, 4)).containsExactly(new UndoneRows(COMPANY, 1, 1));

    assertThat(names(mirror)).containsExactly("Company 1", "New");
    assertThat(lifeCycles(mirror)).containsExactly(LifeCycle.ACTIVE, LifeCycle.GONE);
  }

  @Test
  default void undo_ofTheFirstRunLeavesNothing() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));

    undo(mirror, 1, 2);

    assertThat(lifeCycles(mirror)).containsExactly(LifeCycle.GONE, LifeCycle.GONE);
  }

  @Test
  default void undo_canBeUndone() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, page(company(1, "Other"), company(3, "New")));
    undo(mirror, 2, 3);

    assertThat(undo(mirror, 3, 4)).containsExactly(new UndoneRows(COMPANY, 3, 0));

    assertThat(names(mirror)).containsExactly("Other", "Company 2", "New");
    assertThat(lifeCycles(mirror))
        .containsExactly(LifeCycle.ACTIVE, LifeCycle.GONE, LifeCycle.ACTIVE);
  }

  @Test
  default void undo_twiceOfTheSameRunChangesNothingMore() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1));
    publish(mirror.store(), 2, page(company(1, "Other"), company(2, "New")));
    undo(mirror, 2, 3);
    List<List<Object>> once = rows(mirror);

    assertThat(undo(mirror, 2, 4)).isEmpty();

    assertThat(rows(mirror)).isEqualTo(once);
  }

  @Test
  default void undo_ofARunThatPublishedNothingChangesNothing() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1));
    List<List<Object>> before = rows(mirror);

    assertThat(undo(mirror, 2, 3)).isEmpty();

    assertThat(rows(mirror)).isEqualTo(before);
  }

  @Test
  default void undo_leavesVolatileValuesAlone() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(withAssets(5)));
    publish(mirror.store(), 2, page(withAssets(6)));

    assertThat(undo(mirror, 2, 3)).isEmpty();

    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.entity().get(CompanyAttributes.ASSETS_COUNT))
        .containsExactly(6);
  }

  @Test
  default void undo_reachesTypesThatAreNotOfTheSession() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(Samples.location(1, "Before")));
    publish(mirror.store(), 2, page(Samples.location(1, "After")));

    assertThat(undo(mirror, 2, 3)).containsExactly(new UndoneRows(LOCATION, 1, 0));
  }

  @Test
  default void undo_isFollowedByRunsLikeAnyOther() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, page(company(1, "Other"), company(3, "New")));
    undo(mirror, 2, 3);

    publish(mirror.store(), 4, page(company(1, "Other"), company(3, "New")));

    assertThat(names(mirror)).containsExactly("Other", "Company 2", "New");
    assertThat(lifeCycles(mirror))
        .containsExactly(LifeCycle.ACTIVE, LifeCycle.GONE, LifeCycle.ACTIVE);
  }

  @Test
  default void undo_keepsWhatIsKnownOfTheSourceButForTheWatermarks() {
    MirrorFixture mirror = emptyMirror();
    SourceIdentity identity =
        new SourceIdentity(
            List.of(new SourceIdentity.Aspect("user", "1", SourceIdentity.Meaning.VIEW)));
    Bookmark bookmark = new Bookmark(7, Optional.of(Samples.NOON), KeySet.of(3));
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.stage(companies(1));
      session.seal(COMPANY, Completeness.COMPLETE);
      session.commit(
          session.plan().approve(),
          new RunId(1),
          new SourceState(identity, Map.of("company", bookmark)));
    }

    undo(mirror, 1, 2);

    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      assertThat(session.sourceState())
          .isEqualTo(
              new SourceState(
                  identity, Map.of("company", new Bookmark(7, Optional.empty(), KeySet.of(3)))));
    }
  }

  @Test
  default void undo_endsTheSession() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1));
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.undo(new RunId(1), new RunId(2));

      assertThatIllegalStateException().isThrownBy(() -> session.stage(companies(1)));
      assertThatIllegalStateException().isThrownBy(() -> session.undo(new RunId(1), new RunId(2)));
    }
  }

  private static Entity withAssets(int count) {
    return Entity.of(COMPANY, new EntityKey(1))
        .set(CompanyAttributes.NAME, "Same")
        .set(CompanyAttributes.ASSETS_COUNT, count)
        .build();
  }

  private static List<UndoneRows> undo(MirrorFixture mirror, long first, long run) {
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      return session.undo(new RunId(first), new RunId(run));
    }
  }

  private static List<List<Object>> rows(MirrorFixture mirror) {
    return mirror.rows(COMPANY).stream()
        .map(
            row ->
                List.<Object>of(
                    EntityValues.of(row.entity()), row.firstSeenRun(), row.changedRun()))
        .toList();
  }

  private static List<String> names(MirrorFixture mirror) {
    return mirror.rows(COMPANY).stream()
        .map(row -> String.valueOf(row.entity().get(CompanyAttributes.NAME)))
        .toList();
  }

  private static List<LifeCycle> lifeCycles(MirrorFixture mirror) {
    return mirror.rows(COMPANY).stream().map(row -> row.entity().lifeCycle()).toList();
  }
}
