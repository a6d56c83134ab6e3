package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import io.assetsync.core.testing.ConfirmingSource;
import io.assetsync.core.testing.ConfirmingSource.Question;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Not seen is not gone: what happens to rows that a listing lacks. */
final class SyncEngineAbsenceTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;

  private final InMemorySync sync = new InMemorySync(COMPANY, LOCATION);
  private final ConfirmingSource confirming = new ConfirmingSource(sync.source());

  @BeforeEach
  void twoCompaniesAreNoLongerListed() {
    sync.source().lists(COMPANY, Samples.companies(1, 2, 3));
    sync.reading(confirming).sync();
    sync.source().lists(COMPANY, Samples.companies(3));
  }

  @Test
  void absentRows_areGoneWhenTheSourceDeniesThem() {
    RunReport report = sync.sync();

    assertThat(confirming.questions()).containsExactly(new Question(COMPANY, KeySet.of(1, 2)));
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(lifeCycles()).containsExactly(LifeCycle.GONE, LifeCycle.GONE, LifeCycle.ACTIVE);
  }

  @Test
  void absentRows_areKeptAndReportedWhenTheSourceStillHasThem() {
    confirming.stillHas(COMPANY, 2);

    RunReport report = sync.sync();

    assertThat(lifeCycles()).containsExactly(LifeCycle.GONE, LifeCycle.ACTIVE, LifeCycle.ACTIVE);
    assertThat(report.types().get(0).changes()).isEqualTo(new TypeReport.Changes(0, 0, 0, 1, 0, 1));
    assertThat(report.types().get(0).findings())
        .containsExactly(new Finding(Finding.Kind.UNLISTED, OptionalLong.of(2), ""));
  }

  @Test
  void absentRows_areKeptWhenTheSourceGivesNoAnswer() {
    sync.source().lists(COMPANY, Samples.companies(3, 4));
    confirming.beforeAnswer(
        () -> {
          throw new SourceException(SourceException.Fault.UNAVAILABLE, "it is away");
        });

    RunReport report = sync.sync();

    assertThat(lifeCycles()).hasSize(4).containsOnly(LifeCycle.ACTIVE);
    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.objections())
        .extracting(Objection::reason)
        .containsExactly("2 absent rows could not be asked for by key: it is away");
  }

  @Test
  void rowsThatNoListingShows_areMirroredAndReported() {
    Page found = Samples.companies(2, 1);
    sync.source()
        .lists(
            COMPANY,
            Samples.companies(3),
            new Page(
                COMPANY, found.entities(), List.of(), Set.of(new EntityKey(1), new EntityKey(2))));

    RunReport report = sync.sync();

    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE);
    assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(report.types().get(0).changes().unlisted()).isEqualTo(2);
    assertThat(report.types().get(0).findings())
        .containsExactly(
            new Finding(Finding.Kind.UNLISTED, OptionalLong.of(1), ""),
            new Finding(Finding.Kind.UNLISTED, OptionalLong.of(2), ""));
  }

  @Test
  void run_isUnchangedWhenAllAbsentRowsExistStill() {
    confirming.stillHas(COMPANY, 1, 2);

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void absentRows_areNotAskedForBeyondTheGuards() {
    sync.under(SyncPolicy.guardedBy(List.of(Guards.absentCountAbove(1))));

    RunReport report = sync.sync();

    assertThat(confirming.questions()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.types().get(0).changes()).isEqualTo(new TypeReport.Changes(0, 0, 0, 0, 2, 0));
    assertThat(report.types().get(0).findings())
        .containsExactly(
            new Finding(Finding.Kind.HELD, OptionalLong.of(1), ""),
            new Finding(Finding.Kind.HELD, OptionalLong.of(2), ""));
    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE);
  }

  @Test
  void absentRows_areAskedForUpToTheGuards() {
    sync.under(SyncPolicy.guardedBy(List.of(Guards.absentCountAbove(2))));

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(confirming.questions()).hasSize(1);
  }

  @Test
  void absentRows_ofOneTypeAreAskedForWhenAnotherIsHeld() {
    sync.source().ends(LOCATION, new Completeness.Incomplete("the total moved"));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(confirming.questions()).hasSize(1);
    assertThat(lifeCycles()).containsExactly(LifeCycle.GONE, LifeCycle.GONE, LifeCycle.ACTIVE);
  }

  @Test
  void absentRows_areGoneWithoutQuestionWhenTheTypeCannotBeAskedFor() {
    confirming.cannotConfirm(COMPANY);

    sync.sync();

    assertThat(confirming.questions()).isEmpty();
    assertThat(lifeCycles()).containsExactly(LifeCycle.GONE, LifeCycle.GONE, LifeCycle.ACTIVE);
  }

  @Test
  void preview_asksTooAndRemovesNothing() {
    confirming.stillHas(COMPANY, 2);

    RunReport report = sync.engine().sync(new RunRequest("test", RunMode.PREVIEW));

    assertThat(report.types().get(0).changes()).isEqualTo(new TypeReport.Changes(0, 0, 0, 1, 0, 1));
    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE);
  }

  @Test
  void emptyListing_overLiveDataIsHeldWithoutQuestions() {
    sync.source().lists(COMPANY);

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.objections())
        .extracting(Objection::guard)
        .containsExactly("empty_snapshot_over_live_data");
    assertThat(confirming.questions()).isEmpty();
    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE);
  }

  @Test
  void unreadableRow_isNotGone() {
    sync.source().lists(COMPANY, Samples.companies(3), Samples.unreadable(COMPANY, 1));

    RunReport report = sync.sync();

    assertThat(lifeCycles()).containsExactly(LifeCycle.ACTIVE, LifeCycle.GONE, LifeCycle.ACTIVE);
    assertThat(report.types().get(0).findings())
        .containsExactly(
            new Finding(Finding.Kind.REJECTED, OptionalLong.of(1), "it is not an object"));
  }

  @Test
  void rowWithoutKey_couldBeAnyRowSoNoneIsGone() {
    Reject nameless = Reject.row(Optional.empty(), "it has no id");
    sync.source()
        .lists(COMPANY, Samples.companies(3), new Page(COMPANY, List.of(), List.of(nameless)));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.types().get(0).reading().completeness()).isEqualTo("incomplete");
    assertThat(report.types().get(0).findings())
        .containsExactly(new Finding(Finding.Kind.REJECTED, OptionalLong.empty(), "it has no id"));
    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE);
  }

  private List<LifeCycle> lifeCycles() {
    return sync.store().rows(COMPANY).stream().map(row -> row.entity().lifeCycle()).toList();
  }
}
