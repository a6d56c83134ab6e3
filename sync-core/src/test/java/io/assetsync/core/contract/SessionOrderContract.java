package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The order in which the methods of a session may be called, and by whom. */
interface SessionOrderContract extends MirrorContract {

  @Test
  default void stage_refusesATypeThatIsNotOfTheSession() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(LOCATION))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> session.stage(Samples.companies(1)))
          .withMessageContaining("company");
    }
  }

  @Test
  default void stage_refusesASealedType() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY))) {
      session.seal(COMPANY, Completeness.COMPLETE);

      assertThatIllegalStateException().isThrownBy(() -> session.stage(Samples.companies(1)));
    }
  }

  @Test
  default void stage_acceptsAnOpenTypeAfterAnotherIsSealed() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY, LOCATION))) {
      session.seal(LOCATION, Completeness.COMPLETE);

      assertThatCode(() -> session.stage(Samples.companies(1))).doesNotThrowAnyException();
    }
  }

  @Test
  default void seal_refusesATypeThatIsNotOfTheSession() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(LOCATION))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> session.seal(COMPANY, Completeness.COMPLETE))
          .withMessageContaining("company");
    }
  }

  @Test
  default void seal_refusesASealedType() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY))) {
      session.seal(COMPANY, Completeness.COMPLETE);

      assertThatIllegalStateException()
          .isThrownBy(() -> session.seal(COMPANY, Completeness.COMPLETE));
    }
  }

  @Test
  default void plan_waitsUntilEveryTypeIsSealed() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY, LOCATION))) {
      session.seal(COMPANY, Completeness.COMPLETE);

      assertThatIllegalStateException().isThrownBy(session::plan);
    }
  }

  @Test
  default void plan_comesInTheOrderOfSealing() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY, LOCATION))) {
      session.seal(LOCATION, Completeness.COMPLETE);
      session.seal(COMPANY, Completeness.COMPLETE);

      assertThat(session.plan().types())
          .extracting(TypePlan::type)
          .containsExactly(LOCATION, COMPANY);
    }
  }

  @Test
  default void plan_ofNoTypesIsEmpty() {
    try (SyncSession session = emptyMirror().store().begin(Set.of())) {
      assertThat(session.plan().types()).isEmpty();
    }
  }

  @Test
  default void commit_needsAPlan() {
    SyncPlan other = PublishedRun.begin(emptyMirror().store(), COMPANY).plan();
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY))) {
      session.seal(COMPANY, Completeness.COMPLETE);

      assertThatIllegalStateException()
          .isThrownBy(() -> session.commit(other.approve(), new RunId(1), SourceState.NONE));
    }
  }

  @Test
  default void commit_happensOnce() {
    try (SyncSession session = emptyMirror().store().begin(Set.of(COMPANY))) {
      session.seal(COMPANY, Completeness.COMPLETE);
      SyncPlan plan = session.plan();
      session.commit(plan.approve(), new RunId(1), SourceState.NONE);

      assertThatIllegalStateException()
          .isThrownBy(() -> session.commit(plan.approve(), new RunId(1), SourceState.NONE));
    }
  }

  @Test
  default void close_endsTheSession() {
    SyncSession session = emptyMirror().store().begin(Set.of(COMPANY, LOCATION));
    session.seal(LOCATION, Completeness.COMPLETE);
    session.close();

    assertThatIllegalStateException().isThrownBy(() -> session.stage(Samples.companies(1)));
    assertThatIllegalStateException()
        .isThrownBy(() -> session.seal(COMPANY, Completeness.COMPLETE));
    assertThatIllegalStateException().isThrownBy(session::plan);
  }

  @Test
  default void close_keepsAPlanFromBeingCommitted() {
    SyncSession session = emptyMirror().store().begin(Set.of(COMPANY));
    session.seal(COMPANY, Completeness.COMPLETE);
    SyncPlan plan = session.plan();
    session.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> session.commit(plan.approve(), new RunId(1), SourceState.NONE));
  }

  @Test
  default void close_isHarmlessWhenRepeated() {
    SyncSession session = emptyMirror().store().begin(Set.of(COMPANY));
    session.stage(Samples.companies(1));
    session.close();

    assertThatCode(session::close).doesNotThrowAnyException();
  }

  @Test
  default void session_worksOnAnotherThreadThanItsOpener() {
    MirrorFixture mirror = emptyMirror();
    PublishedRun run = PublishedRun.begin(mirror.store(), COMPANY);

    CompletableFuture.runAsync(() -> run.stage(Samples.companies(1, 2)).publishAs(1)).join();

    assertThat(mirror.rows(COMPANY)).hasSize(2);
  }

  @Test
  default void session_isClosedByAnotherThreadThanItsOpener() {
    MirrorFixture mirror = emptyMirror();
    SyncSession session = mirror.store().begin(Set.of(COMPANY));
    CompletableFuture.runAsync(session::close).join();

    assertThatCode(() -> mirror.store().begin(Set.of(COMPANY)).close()).doesNotThrowAnyException();
  }
}
