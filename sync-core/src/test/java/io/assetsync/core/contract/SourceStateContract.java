package io.assetsync.core.contract;

import static io.assetsync.core.testing.Samples.companies;
import static io.assetsync.core.testing.Samples.company;
import static io.assetsync.core.testing.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceIdentity.Meaning;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a session tells of the source, of the rows staged, and takes after the plan. */
interface SourceStateContract extends MirrorContract {

  SourceState SOME =
      new SourceState(
              new SourceIdentity(
                  List.of(
                      new Aspect("user of the token", "7", Meaning.VIEW),
                      new Aspect("a version", "v8.1.4", Meaning.VERSION),
                      new Aspect("an id", "41", Meaning.COUNTER))),
              Map.of())
          .with(COMPANY, new Bookmark(9, Optional.of(Samples.NOON), KeySet.of(3, 5)))
          .with(LOCATION, Bookmark.NONE);

  @Test
  default void sourceState_isNoneBeforeTheFirstCommit() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY))) {
      assertThat(session.sourceState()).isEqualTo(SourceState.NONE);
    }
  }

  @Test
  default void sourceState_isWhatTheLastCommitLeft() {
    AssetStore store = emptyMirror().store();
    commit(store, SOME);

    try (SyncSession session = store.begin(Set.of(COMPANY))) {
      assertThat(session.sourceState()).isEqualTo(SOME);
    }
  }

  @Test
  default void sourceState_forgetsWhatALaterCommitLeavesOut() {
    AssetStore store = emptyMirror().store();
    commit(store, SOME);
    commit(store, SourceState.NONE);

    try (SyncSession session = store.begin(Set.of(COMPANY))) {
      assertThat(session.sourceState()).isEqualTo(SourceState.NONE);
    }
  }

  @Test
  default void sourceState_staysWhenTheCommitFails() {
    MirrorFixture mirror = emptyMirror();
    commit(mirror.store(), SOME);
    mirror.breakWrites(COMPANY);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> commit(mirror.store(), SourceState.NONE, 2));
    mirror.mend();

    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      assertThat(session.sourceState()).isEqualTo(SOME);
    }
  }

  @Test
  default void differing_isAllInAnEmptyMirror() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY))) {
      session.stage(companies(1, 2));
      session.seal(COMPANY, Completeness.COMPLETE);

      assertThat(session.differing(COMPANY)).isEqualTo(KeySet.of(1, 2));
    }
  }

  @Test
  default void differing_isWhatIsNewOrDifferent() {
    AssetStore store = emptyMirror().store();
    commit(store, SourceState.NONE, 1, 2);

    try (SyncSession session = store.begin(Set.of(COMPANY))) {
      session.stage(companies(1, 3));
      session.stage(page(company(2, "Renamed")));
      session.seal(COMPANY, Completeness.COMPLETE);

      assertThat(session.differing(COMPANY)).isEqualTo(KeySet.of(2, 3));
    }
  }

  @Test
  default void differing_refusesATypeThatIsNotSealed() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY))) {
      assertThatIllegalStateException().isThrownBy(() -> session.differing(COMPANY));
    }
  }

  @Test
  default void stage_afterThePlanTakesWhatWasAbsent() {
    MirrorFixture mirror = emptyMirror();
    commit(mirror.store(), SourceState.NONE, 1, 2, 3);

    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.stage(companies(1));
      session.seal(COMPANY, Completeness.COMPLETE);
      assertThat(session.plan().types().get(0).absence()).isEqualTo(Absence.of(KeySet.of(2, 3)));

      session.stage(page(company(2, "Found")));
      SyncPlan plan = session.plan();

      assertThat(plan.types().get(0).absence()).isEqualTo(Absence.of(KeySet.of(3)));
      assertThat(plan.types().get(0).rows().updated()).isEqualTo(1);
      assertThat(plan.types().get(0).rows().read()).isEqualTo(2);
      session.commit(plan.approve(), new RunId(2), SourceState.NONE);
    }
    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.changedRun().value())
        .containsExactly(1L, 2L, 2L);
  }

  @Test
  default void stage_afterThePlanAsksForANewPlan() {
    AssetStore store = emptyMirror().store();
    commit(store, SourceState.NONE, 1);

    try (SyncSession session = store.begin(Set.of(COMPANY))) {
      session.seal(COMPANY, Completeness.COMPLETE);
      SyncPlan plan = session.plan();
      session.stage(companies(1));

      assertThatIllegalStateException()
          .isThrownBy(() -> session.commit(plan.approve(), new RunId(2), SourceState.NONE));
    }
  }

  private static void commit(AssetStore store, SourceState state, long... companies) {
    try (SyncSession session = store.begin(Set.of(COMPANY))) {
      session.stage(companies(companies));
      session.seal(COMPANY, Completeness.COMPLETE);
      session.commit(session.plan().approve(), new RunId(1), state);
    }
  }
}
