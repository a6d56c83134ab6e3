package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceIdentity.Meaning;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.testing.ConfirmingSource;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that read changes only. */
final class SyncEngineChangesTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final Instant MORNING = Samples.NOON.minus(Duration.ofHours(3));
  private static final Bookmark FIRST = new Bookmark(3, Optional.of(MORNING), KeySet.empty());

  private final InMemorySync sync = new InMemorySync(COMPANY);
  private final ConfirmingSource confirming = new ConfirmingSource(sync.source());

  @BeforeEach
  void everythingIsReadOnce() {
    sync.source().is(() -> identity(1)).lists(COMPANY, Samples.companies(1, 2, 3));
    sync.source().leaves(COMPANY, FIRST);
    sync.reading(confirming).sync();
  }

  @Test
  void changes_areReadSinceTheBookmark() {
    sync.syncChanges();

    assertThat(sync.source().scope(COMPANY).extent()).isEqualTo(Scope.Extent.CHANGES);
    assertThat(sync.source().scope(COMPANY).known().watermark()).contains(MORNING);
  }

  @Test
  void absence_meansNothingAndNobodyIsAsked() {
    listChanges(4);

    RunReport report = sync.syncChanges();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.types().get(0).reading().completeness()).isEqualTo("partial");
    assertThat(lifeCycles())
        .containsExactly(LifeCycle.ACTIVE, LifeCycle.ACTIVE, LifeCycle.ACTIVE, LifeCycle.ACTIVE);
    assertThat(confirming.questions()).isEmpty();
  }

  @Test
  void absence_meansNothingEvenWhenEverythingWasRead() {
    sync.source().lists(COMPANY, Samples.companies(3));

    assertThat(sync.syncChanges().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE);
    assertThat(confirming.questions()).isEmpty();
  }

  @Test
  void watermark_movesOnWithTheCommit() {
    listChanges();
    sync.source().leaves(COMPANY, new Bookmark(0, Optional.of(Samples.NOON), KeySet.empty()));

    sync.syncChanges();

    Bookmark bookmark = sync.store().sourceState().bookmark(COMPANY);
    assertThat(bookmark.watermark()).contains(Samples.NOON);
    assertThat(bookmark.highestKey()).isEqualTo(3);
  }

  @Test
  void keysOfUnlistedEntities_areKept() {
    Page all = Samples.companies(1, 2, 3);
    sync.source()
        .lists(COMPANY, new Page(COMPANY, all.entities(), List.of(), Set.of(new EntityKey(2))));
    sync.sync();
    listChanges();

    sync.syncChanges();

    assertThat(sync.store().sourceState().bookmark(COMPANY).unlisted()).isEqualTo(KeySet.of(2));
  }

  @Test
  void firstRun_readsEverything() {
    InMemorySync fresh = new InMemorySync(COMPANY);
    fresh.source().lists(COMPANY, Samples.companies(1));

    fresh.syncChanges();

    assertThat(fresh.source().scope(COMPANY).extent()).isEqualTo(Scope.Extent.EVERYTHING);
    assertThat(fresh.store().rows(COMPANY)).hasSize(1);
  }

  @Test
  void sourceThatHasChanged_isReadWholeAndNotAccepted() {
    sync.source().is(() -> identity(2));

    sync.syncChanges();

    assertThat(sync.source().scope(COMPANY).extent()).isEqualTo(Scope.Extent.EVERYTHING);
    assertThat(sync.store().sourceState().identity()).isEqualTo(identity(1));
    sync.source().lists(COMPANY, Samples.companies(3));
    assertThat(sync.sync().outcome()).isEqualTo(Outcome.HELD);
  }

  @Test
  void parts_areReadForTheParentsThatDiffer() {
    InMemorySync parts = new InMemorySync(LicenseAttributes.TYPE, LicenseSeatAttributes.TYPE);
    parts
        .source()
        .is(() -> identity(1))
        .lists(
            LicenseAttributes.TYPE,
            Samples.page(
                Samples.full(LicenseAttributes.TYPE, 1), Samples.full(LicenseAttributes.TYPE, 2)))
        .leaves(LicenseAttributes.TYPE, FIRST);
    parts.sync();
    parts
        .source()
        .lists(
            LicenseAttributes.TYPE,
            Samples.page(
                Samples.full(LicenseAttributes.TYPE, 1),
                Samples.sparse(LicenseAttributes.TYPE, 2)));

    parts.syncChanges();

    assertThat(parts.source().scope(LicenseSeatAttributes.TYPE).parents()).isEqualTo(KeySet.of(2));
  }

  @Test
  void state_isNotKeptWhenTheRunFails() {
    SourceState before = sync.store().sourceState();
    sync.source().is(() -> identity(1)).lists(COMPANY, Samples.companies(1, 2, 3, 4));
    sync.source().leaves(COMPANY, new Bookmark(4, Optional.of(Samples.NOON), KeySet.empty()));
    sync.store().breakWrites(COMPANY);

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(sync.store().sourceState()).isEqualTo(before);
  }

  @Test
  void state_isWrittenThoughNoRowIs() {
    sync.source().leaves(COMPANY, new Bookmark(3, Optional.of(Samples.NOON), KeySet.empty()));

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(sync.store().sourceState().bookmark(COMPANY).watermark()).contains(Samples.NOON);
  }

  private void listChanges(long... keys) {
    sync.source()
        .lists(COMPANY, Samples.companies(keys))
        .ends(COMPANY, new Completeness.Partial(MORNING));
  }

  private List<LifeCycle> lifeCycles() {
    return sync.store().rows(COMPANY).stream().map(row -> row.entity().lifeCycle()).toList();
  }

  private static SourceIdentity identity(int user) {
    return new SourceIdentity(List.of(new Aspect("the user", String.valueOf(user), Meaning.VIEW)));
  }
}
