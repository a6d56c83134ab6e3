package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AssetStore} and of the sessions it opens.
 *
 * <p>Its other parts: {@link SessionOrderContract}, {@link PlanContract}, {@link AbsenceContract},
 * {@link CommitContract}, {@link WrittenRowsContract}, {@link ValuesContract}, {@link
 * UnknownValuesContract}, {@link SourceStateContract}.
 */
public interface AssetStoreContract
    extends SessionOrderContract,
        PlanContract,
        AbsenceContract,
        CommitContract,
        WrittenRowsContract,
        ValuesContract,
        UnknownValuesContract,
        SourceStateContract,
        UndoContract {

  @Test
  default void begin_refusesATypeWithoutPlace() {
    AssetStore store = emptyMirror().store();
    EntityType unknown = EntityType.define("unheard_of").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.begin(Set.of(unknown)))
        .withMessageContaining("unheard_of");
  }

  @Test
  default void begin_leavesTheMirrorFreeAfterRefusingAType() {
    AssetStore store = emptyMirror().store();
    EntityType unknown = EntityType.define("unheard_of").build();
    assertThatIllegalArgumentException().isThrownBy(() -> store.begin(Set.of(unknown)));

    assertThatCode(() -> store.begin(Set.of(COMPANY)).close()).doesNotThrowAnyException();
  }

  @Test
  default void begin_refusesASecondSession() {
    AssetStore store = emptyMirror().store();
    SyncSession first = store.begin(Set.of(COMPANY));

    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> store.begin(Set.of(COMPANY)));
    first.close();
  }

  @Test
  default void begin_refusesASecondSessionOfOtherTypes() {
    AssetStore store = emptyMirror().store();
    SyncSession first = store.begin(Set.of(COMPANY));

    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> store.begin(Set.of(LOCATION)));
    first.close();
  }

  @Test
  default void begin_doesNotDisturbTheOpenSessionByRefusing() {
    MirrorFixture mirror = emptyMirror();
    PublishedRun run = PublishedRun.begin(mirror.store(), COMPANY);
    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> mirror.store().begin(Set.of(COMPANY)));

    run.stage(Samples.companies(1)).publishAs(1);

    assertThat(mirror.rows(COMPANY)).hasSize(1);
  }

  @Test
  default void begin_succeedsOnceTheFirstSessionIsClosed() {
    AssetStore store = emptyMirror().store();
    store.begin(Set.of(COMPANY)).close();

    assertThatCode(() -> store.begin(Set.of(COMPANY)).close()).doesNotThrowAnyException();
  }

  @Test
  default void begin_succeedsAgainAfterTheSameSessionWasClosedTwice() {
    AssetStore store = emptyMirror().store();
    SyncSession first = store.begin(Set.of(COMPANY));
    first.close();
    SyncSession second = store.begin(Set.of(COMPANY));
    first.close();

    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> store.begin(Set.of(COMPANY)));
    second.close();
  }
}
