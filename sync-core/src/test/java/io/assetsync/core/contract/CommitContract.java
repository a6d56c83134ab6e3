package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.companies;
import static io.assetsync.core.testing.Samples.company;
import static io.assetsync.core.testing.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.Samples;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a commit does to the mirror, and what leaves it as it was. */
interface CommitContract extends MirrorContract {

  @Test
  default void commit_isWhatMakesRowsVisible() {
    MirrorFixture mirror = emptyMirror();
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.stage(companies(1));
      session.seal(COMPANY, Completeness.COMPLETE);
      SyncPlan plan = session.plan();
      assertThat(mirror.rows(COMPANY)).isEmpty();

      session.commit(plan.approve(), new RunId(1), SourceState.NONE);

      assertThat(mirror.rows(COMPANY)).hasSize(1);
    }
  }

  @Test
  default void commit_ofCompaniesIsUndoneWhenLocationsCannotBeWritten() {
    assertAllOrNothing(LOCATION);
  }

  @Test
  default void commit_ofLocationsIsUndoneWhenCompaniesCannotBeWritten() {
    assertAllOrNothing(COMPANY);
  }

  @Test
  default void commit_succeedsInTheRunAfterAFailedOne() {
    MirrorFixture mirror = emptyMirror();
    mirror.breakWrites(COMPANY);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> publish(mirror.store(), 1, companies(1)));
    mirror.mend();

    publish(mirror.store(), 2, companies(1));

    assertThat(mirror.rows(COMPANY))
        .singleElement()
        .extracting(MirroredRow::firstSeenRun)
        .isEqualTo(new RunId(2));
  }

  @Test
  default void close_withoutCommitChangesNothing() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));

    PublishedRun.begin(mirror.store(), COMPANY).stage(page(company(1, "Other"))).plan();

    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.entity().get(CompanyAttributes.NAME))
        .containsExactly("Company 1", "Company 2");
    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.entity().lifeCycle())
        .containsOnly(LifeCycle.ACTIVE);
  }

  @Test
  default void close_withoutPlanChangesNothing() {
    MirrorFixture mirror = emptyMirror();
    SyncSession session = mirror.store().begin(Set.of(COMPANY));
    session.stage(companies(1));
    session.close();

    assertThat(mirror.rows(COMPANY)).isEmpty();
  }

  @Test
  default void session_startsWithoutWhatAnAbandonedOneStaged() {
    MirrorFixture mirror = emptyMirror();
    PublishedRun.begin(mirror.store(), COMPANY).stage(companies(1, 2)).plan();

    TypePlan plan = publish(mirror.store(), 1, companies(3));

    assertThat(plan.rows().read()).isEqualTo(1);
    assertThat(mirror.rows(COMPANY)).hasSize(1);
  }

  private void assertAllOrNothing(EntityType broken) {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, page(Samples.location(1, "Before")));
    mirror.breakWrites(broken);

    PublishedRun run =
        PublishedRun.begin(mirror.store(), COMPANY, LOCATION)
            .stage(page(company(1, "After"), company(3, "New")))
            .stage(page(Samples.location(1, "After"), Samples.location(2, "New")));
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> run.publishAs(3));

    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.entity().get(CompanyAttributes.NAME))
        .containsExactly("Company 1", "Company 2");
    assertThat(mirror.rows(COMPANY))
        .extracting(row -> row.entity().lifeCycle())
        .containsOnly(LifeCycle.ACTIVE);
    assertThat(mirror.rows(LOCATION))
        .extracting(row -> row.entity().get(LocationAttributes.NAME))
        .containsExactly("Before");
  }
}
