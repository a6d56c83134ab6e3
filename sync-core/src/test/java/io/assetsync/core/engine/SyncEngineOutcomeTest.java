package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a run ends, by what the source shows and the policy says. */
final class SyncEngineOutcomeTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;
  private static final Page SOMEWHERE = Samples.page(Samples.location(1, "Somewhere"));

  private final InMemorySync sync = new InMemorySync(COMPANY, LOCATION);

  @AfterEach
  void theMirrorIsFreeAndTheEndIsRecorded() {
    assertThat(sync.store().isHeld()).isFalse();
    assertThat(sync.source().isOpen()).isFalse();
    assertThat(sync.runs().latest(10))
        .extracting(RunReport::outcome)
        .doesNotContain(Outcome.RUNNING);
  }

  @Test
  void run_isAppliedWhenSomethingChanged() {
    sync.source().lists(COMPANY, Samples.companies(1, 2)).lists(LOCATION, SOMEWHERE);

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.failure()).isEmpty();
    assertThat(report.objections()).isEmpty();
    assertThat(sync.store().rows(COMPANY)).hasSize(2);
    assertThat(sync.store().rows(LOCATION)).hasSize(1);
    assertThat(sync.runs().find(report.id())).contains(report);
  }

  @Test
  void run_writesItsNumberIntoTheRows() {
    sync.sync();
    sync.source().lists(COMPANY, Samples.companies(1));

    RunReport report = sync.sync();

    assertThat(report.id()).isEqualTo(new RunId(2));
    assertThat(sync.store().rows(COMPANY).get(0).firstSeenRun()).isEqualTo(report.id());
  }

  @Test
  void run_isUnchangedWhenNothingChanged() {
    sync.source().lists(COMPANY, Samples.companies(1, 2));
    sync.sync();

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(sync.store().rows(COMPANY))
        .allSatisfy(row -> assertThat(row.changedRun()).isEqualTo(new RunId(1)));
  }

  @Test
  void run_commitsNothingWhenNothingChanged() {
    sync.source().lists(COMPANY, Samples.companies(1));
    sync.sync();
    sync.store().breakWrites(COMPANY);

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void run_marksTheAbsentAsGone() {
    sync.source().lists(COMPANY, Samples.companies(1, 2));
    sync.sync();
    sync.source().lists(COMPANY, Samples.companies(2));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.types().get(0).changes()).isEqualTo(new TypeReport.Changes(0, 0, 0, 1, 0, 0));
    assertThat(lifeCycles()).containsExactly(LifeCycle.GONE, LifeCycle.ACTIVE);
  }

  @Test
  void run_isHeldWhenTheListingIsIncomplete() {
    sync.source().lists(COMPANY, Samples.companies(1, 2)).lists(LOCATION, SOMEWHERE);
    sync.sync();
    sync.source()
        .lists(COMPANY, Samples.companies(2, 3))
        .ends(COMPANY, new Completeness.Incomplete("the total moved"));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.objections())
        .containsExactly(
            new Objection(
                "incomplete_snapshot", "company", Objection.Effect.WITHHOLD, "the total moved"));
    assertThat(lifeCycles()).containsExactly(LifeCycle.ACTIVE, LifeCycle.ACTIVE, LifeCycle.ACTIVE);
  }

  @Test
  void run_isHeldWithoutAnythingToPublish() {
    sync.source().ends(COMPANY, new Completeness.Incomplete("the total moved"));

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.HELD);
  }

  @Test
  void run_removesOfOtherTypesWhenOneIsHeld() {
    sync.source().lists(COMPANY, Samples.companies(1, 2)).lists(LOCATION, SOMEWHERE);
    sync.sync();
    sync.source()
        .ends(LOCATION, new Completeness.Incomplete("the total moved"))
        .lists(COMPANY, Samples.companies(1));

    sync.sync();

    assertThat(lifeCycles()).containsExactly(LifeCycle.ACTIVE, LifeCycle.GONE);
  }

  @Test
  void run_isHeldWhenOneTypeIsForbidden() {
    sync.source().lists(COMPANY, Samples.companies(1)).lists(LOCATION, SOMEWHERE);
    sync.sync();
    sync.source().lists(COMPANY).ends(COMPANY, new Completeness.Forbidden("no right to see it"));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.objections()).extracting(Objection::guard).containsExactly("forbidden_type");
    assertThat(lifeCycles()).containsExactly(LifeCycle.ACTIVE);
  }

  @Test
  void run_isNotHeldByATypeThatMostMayNotReadAndTheMirrorHasNothingOf() {
    sync.source()
        .lists(LOCATION, Samples.page(Samples.location(1, "Here")))
        .ends(COMPANY, new Completeness.Forbidden("no right to see it", true));

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void run_isHeldByATypeThatMayNoLongerBeReadThoughMostMayNot() {
    sync.source().lists(COMPANY, Samples.companies(1));
    sync.sync();
    sync.source().lists(COMPANY).ends(COMPANY, new Completeness.Forbidden("no right", true));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.objections()).extracting(Objection::guard).containsExactly("forbidden_type");
  }

  @Test
  void run_failsWhenEveryTypeIsForbidden() {
    sync.source()
        .ends(COMPANY, new Completeness.Forbidden("no right to see companies"))
        .ends(LOCATION, new Completeness.Forbidden("no right to see locations"));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.failure())
        .contains(
            new Failure(
                Failure.Blame.SOURCE,
                "source.refused",
                "the source's user may read nothing at all: no right to see companies"));
  }

  @Test
  void run_succeedsWithoutAnyType() {
    assertThat(new InMemorySync().sync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void run_isRefusedWhenTheSourceSpeaksAnotherDialect() {
    sync.source()
        .lists(LOCATION, SOMEWHERE)
        .lists(COMPANY, Samples.unreadable(COMPANY, LongStream.rangeClosed(1, 21).toArray()));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.failure()).isEmpty();
    assertThat(report.objections())
        .extracting(Objection::guard)
        .containsExactly("rejected_share_above");
    assertThat(sync.store().rows(LOCATION)).isEmpty();
  }

  @Test
  void run_tellsWhatItWouldHaveDoneWhenRefused() {
    sync.source().lists(COMPANY, Samples.companies(1, 2));
    sync.sync();
    sync.source().lists(COMPANY, Samples.companies(2, 3));
    sync.under(SyncPolicy.guardedBy(List.of(SyncEngineOutcomeTest::refuseAll)));

    RunReport report = sync.sync();

    assertThat(report.types().get(0).changes()).isEqualTo(new TypeReport.Changes(1, 0, 0, 0, 1, 0));
  }

  @Test
  void preview_tellsWhatWouldBePublishedAndPublishesNothing() {
    sync.source().lists(COMPANY, Samples.companies(1, 2));
    sync.sync();
    sync.source().lists(COMPANY, Samples.companies(2, 3));

    RunReport report = sync.engine().sync(new RunRequest("test", RunMode.PREVIEW));

    assertThat(report.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(report.types().get(0).changes()).isEqualTo(new TypeReport.Changes(1, 0, 0, 1, 0, 0));
    assertThat(sync.store().rows(COMPANY)).hasSize(2);
    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE);
  }

  @Test
  void preview_isRefusedLikeAnyRun() {
    sync.under(SyncPolicy.guardedBy(List.of(SyncEngineOutcomeTest::refuseAll)));

    assertThat(sync.engine().sync(new RunRequest("test", RunMode.PREVIEW)).outcome())
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void partialListing_isAppliedWithoutObjection() {
    sync.source().lists(COMPANY, Samples.companies(1, 2));
    sync.sync();
    sync.source()
        .lists(COMPANY, Samples.companies(3))
        .ends(COMPANY, new Completeness.Partial(Samples.NOON));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(lifeCycles()).containsOnly(LifeCycle.ACTIVE).hasSize(3);
  }

  @Test
  void run_isTimedByTheClock() {
    RunReport report = sync.sync();

    assertThat(report.startedAt()).isAfter(Samples.NOON);
    assertThat(report.finishedAt())
        .hasValueSatisfying(end -> assertThat(end).isAfter(report.startedAt()));
  }

  @Test
  void run_failsWithTheSourcesReason() {
    sync.source()
        .failsAt(
            COMPANY,
            1,
            new SourceException(SourceException.Fault.RATE_LIMITED, "it wants an hour's rest"));

    assertThat(sync.sync().failure())
        .contains(
            new Failure(Failure.Blame.SOURCE, "source.rate_limited", "it wants an hour's rest"));
  }

  private List<LifeCycle> lifeCycles() {
    return sync.store().rows(COMPANY).stream().map(row -> row.entity().lifeCycle()).toList();
  }

  private static Optional<Objection> refuseAll(TypePlan plan) {
    return Optional.of(
        new Objection("never", plan.type().name(), Objection.Effect.REFUSE, "never"));
  }
}
