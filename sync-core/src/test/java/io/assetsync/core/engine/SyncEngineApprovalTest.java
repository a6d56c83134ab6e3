package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.UnsuitableRunException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Doubt;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.ConfirmingSource;
import io.assetsync.core.testing.ConfirmingSource.Question;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person lets go of the removals that a run has held back. */
final class SyncEngineApprovalTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;
  private static final RunId HELD = new RunId(2);
  private static final KeySet ABSENT = KeySet.of(LongStream.rangeClosed(31, 60));

  private final InMemorySync sync = new InMemorySync(COMPANY, LOCATION);
  private final ConfirmingSource confirming = new ConfirmingSource(sync.source());

  @BeforeEach
  void thirtyOfSixtyCompaniesAreHeld() {
    sync.reading(confirming);
    listCompaniesTo(60);
    sync.sync();
    listCompaniesTo(30);
    RunReport held = sync.sync();
    assertThat(held.id()).isEqualTo(HELD);
    assertThat(held.outcome()).isEqualTo(Outcome.HELD);
    assertThat(held.types().get(0).held()).isEqualTo(ABSENT);
  }

  @Test
  void approvedRows_areAskedForAndRemoved() {
    RunReport report = approve(HELD);

    assertThat(confirming.questions()).containsExactly(new Question(COMPANY, ABSENT));
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.objections()).isEmpty();
    assertThat(report.types().get(0).changes())
        .isEqualTo(new TypeReport.Changes(0, 0, 0, 30, 0, 0));
    assertThat(gone()).isEqualTo(30);
  }

  @Test
  void approvedRowsThatTheSourceStillHas_areKept() {
    confirming.stillHas(COMPANY, 40, 41);

    RunReport report = approve(HELD);

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.types().get(0).changes())
        .isEqualTo(new TypeReport.Changes(0, 0, 0, 28, 0, 2));
  }

  @Test
  void approvedRowsThatAreListedAgain_areKept() {
    listCompaniesTo(50);

    RunReport report = approve(HELD);

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(gone()).isEqualTo(10);
  }

  @Test
  void oneMoreAbsentRow_holdsAllOfItsTypeAndCanBeApprovedInTurn() {
    listCompaniesTo(29);

    RunReport more = approve(HELD);

    assertThat(more.outcome()).isEqualTo(Outcome.HELD);
    assertThat(gone()).isZero();
    assertThat(more.objections())
        .extracting(Objection::guard)
        .containsExactly("absent_share_above", "approval");
    assertThat(more.objections().get(1).reason())
        .isEqualTo(
            "the approved run does not show 1 of the rows that would go, so look at this run and approve it instead: 30");
    assertThat(approve(more.id()).outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(gone()).isEqualTo(31);
  }

  @Test
  void otherRowsWithinTheLimits_areNotRemovedByTheApproval() {
    sync.source().lists(COMPANY, Samples.companies(LongStream.rangeClosed(11, 55).toArray()));

    RunReport report = approve(HELD);

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.objections()).extracting(Objection::guard).containsExactly("approval");
    assertThat(gone()).isZero();
  }

  @Test
  void doubtThatTheApprovedRunDidNotShow_holdsAllAgain() {
    confirming.doubting(new Doubt(Doubt.Kind.VANISHED, "the caller does not see them any more"));

    RunReport report = approve(HELD);

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(gone()).isZero();
    assertThat(report.objections())
        .extracting(Objection::guard)
        .containsExactlyInAnyOrder("absent_share_above", Doubt.Kind.VANISHED.code());
    assertThat(approve(report.id()).outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(gone()).isEqualTo(30);
  }

  @Test
  void listingThatIsNotProved_isNotHelpedByAnApproval() {
    listCompaniesTo(30);
    sync.source().ends(COMPANY, new Completeness.Incomplete("the total moved"));

    assertThat(approve(HELD).outcome()).isEqualTo(Outcome.HELD);
    assertThat(gone()).isZero();
  }

  @Test
  void otherTypes_areJudgedAsEver() {
    InMemorySync two = new InMemorySync(COMPANY, LOCATION);
    two.source()
        .lists(COMPANY, Samples.companies(LongStream.rangeClosed(1, 60).toArray()))
        .lists(LOCATION, locations(60));
    two.sync();
    two.source().lists(COMPANY, Samples.companies(1));
    RunId held = two.sync().id();
    two.source().lists(LOCATION, locations(1));

    RunReport report = two.engine().sync(RunRequest.approving("test", held));

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(report.types().get(0).changes().removed()).isEqualTo(59);
    assertThat(report.types().get(1).changes().removed()).isZero();
    assertThat(report.types().get(1).held().size()).isEqualTo(59);
  }

  @Test
  void preview_showsWhatAnApprovalWouldRemove() {
    RunReport report =
        sync.engine().sync(new RunRequest("test", RunMode.PREVIEW, false, Optional.of(HELD)));

    assertThat(report.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(report.types().get(0).changes().removed()).isEqualTo(30);
    assertThat(gone()).isZero();
  }

  @Test
  void runThatHoldsNothing_cannotBeApproved() {
    assertThatExceptionOfType(UnsuitableRunException.class)
        .isThrownBy(() -> approve(new RunId(1)))
        .withMessage("run 1 holds no removal back that could be approved");
    assertThatExceptionOfType(UnsuitableRunException.class)
        .isThrownBy(() -> approve(new RunId(99)))
        .withMessage("there is no run 99");
    assertThat(sync.runs().latest(9)).hasSize(2);
    assertThat(sync.store().isHeld()).isFalse();
  }

  @Test
  void approvalOnce_doesNotLastForLaterRuns() {
    approve(HELD);
    listCompaniesTo(1);

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.HELD);
  }

  private RunReport approve(RunId run) {
    return sync.engine().sync(RunRequest.approving("test", run));
  }

  private void listCompaniesTo(long last) {
    sync.source().lists(COMPANY, Samples.companies(LongStream.rangeClosed(1, last).toArray()));
  }

  private static Page locations(long last) {
    return new Page(
        LOCATION,
        LongStream.rangeClosed(1, last).mapToObj(key -> Samples.location(key, "L")).toList(),
        List.of());
  }

  private long gone() {
    return sync.store().rows(COMPANY).stream()
        .filter(row -> row.entity().lifeCycle() == LifeCycle.GONE)
        .count();
  }
}
