package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.InMemoryAssetStore.Step;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure anywhere leaves the mirror as it was and is recorded. */
final class SyncEngineFailureTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;
  private static final RunRequest REQUEST = RunRequest.full("test");
  private static final SourceException AWAY =
      new SourceException(SourceException.Fault.UNAVAILABLE, "it is away");

  private final InMemorySync sync = new InMemorySync(COMPANY, LOCATION);

  @BeforeEach
  void oneRunHasFilledTheMirror() {
    sync.source()
        .lists(COMPANY, Samples.companies(1, 2))
        .lists(LOCATION, Samples.page(Samples.location(1, "Before")));
    sync.sync();
    sync.source()
        .lists(COMPANY, Samples.companies(2, 3), Samples.companies(4))
        .lists(LOCATION, Samples.page(Samples.location(1, "After")));
  }

  static Stream<Named<Consumer<InMemorySync>>> failures() {
    return Stream.of(
        failure("the first page", sync -> sync.source().failsAt(COMPANY, 1, AWAY)),
        failure("a later page", sync -> sync.source().failsAt(COMPANY, 2, AWAY)),
        failure("the end of a listing", sync -> sync.source().failsAt(COMPANY, 3, AWAY)),
        failure("the last listing", sync -> sync.source().failsAt(LOCATION, 1, AWAY)),
        failure("a bug in the source", sync -> sync.source().failsAt(COMPANY, 1, bug())),
        failure("staging", sync -> sync.store().failAt(Step.STAGE)),
        failure("sealing", sync -> sync.store().failAt(Step.SEAL)),
        failure("planning", sync -> sync.store().failAt(Step.PLAN)),
        failure("the commit of the first type", sync -> sync.store().breakWrites(COMPANY)),
        failure("the commit of the last type", sync -> sync.store().breakWrites(LOCATION)),
        failure("the review", sync -> sync.under(plan -> raise())));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_leavesTheMirrorAsItWas(Consumer<InMemorySync> failure) {
    List<MirroredRow> companies = sync.store().rows(COMPANY);
    List<MirroredRow> locations = sync.store().rows(LOCATION);
    failure.accept(sync);

    sync.sync();

    assertThat(sync.store().rows(COMPANY)).isEqualTo(companies);
    assertThat(sync.store().rows(LOCATION)).isEqualTo(locations);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_isReportedRecordedAndTold(Consumer<InMemorySync> failure) {
    failure.accept(sync);

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.failure()).isPresent();
    assertThat(sync.runs().find(report.id())).contains(report);
    RunFinished told = sync.listener().events(RunFinished.class).get(1);
    assertThat(told.report()).isEqualTo(report);
    assertThat(told.thrown()).map(Failure::of).isEqualTo(report.failure());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_leavesNothingOpen(Consumer<InMemorySync> failure) {
    failure.accept(sync);
    sync.sync();

    assertThat(sync.store().isHeld()).isFalse();
    assertThat(sync.source().isOpen()).isFalse();
  }

  @Test
  void run_afterAFailedOneCatchesUp() {
    sync.store().breakWrites(LOCATION);
    sync.sync();
    sync.store().mend();

    assertThat(sync.sync().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(sync.store().rows(COMPANY))
        .extracting(row -> row.entity().lifeCycle())
        .containsExactly(LifeCycle.GONE, LifeCycle.ACTIVE, LifeCycle.ACTIVE, LifeCycle.ACTIVE);
  }

  @Test
  void bug_isReportedWithoutItsMessage() {
    sync.source().failsAt(COMPANY, 1, new IllegalStateException("token abc123"));

    assertThat(sync.sync().failure())
        .contains(
            new Failure(
                Failure.Blame.BUG,
                "bug",
                "unexpected IllegalStateException; the log has the details"));
  }

  @Test
  void error_endsTheRunLikeABug() {
    sync.source()
        .before(
            COMPANY,
            1,
            () -> {
              throw new StackOverflowError();
            });

    RunReport report = sync.sync();

    assertThat(report.failure()).map(Failure::blame).contains(Failure.Blame.BUG);
    assertThat(sync.store().isHeld()).isFalse();
  }

  @Test
  void start_throwsWhenTheMirrorCannotBeTaken() {
    sync.store().failAt(Step.BEGIN);

    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> sync.engine().start(REQUEST));
    assertThat(sync.runs().latest(10)).hasSize(1);
  }

  @Test
  void start_givesTheMirrorBackWhenTheRunCannotBeRecorded() {
    sync.runs().fail();

    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> sync.engine().start(REQUEST));
    assertThat(sync.store().isHeld()).isFalse();
    assertThat(sync.listener().events(RunStarted.class)).hasSize(1);
  }

  @Test
  void end_thatCannotBeRecordedIsReportedAndLogged() {
    try (CapturedLog log = new CapturedLog(EngineRun.class)) {
      StartedRun run = sync.engine().start(REQUEST);
      sync.runs().fail();

      RunReport report = run.complete();

      assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(log.lines())
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                assertThat(line.getFormattedMessage())
                    .isEqualTo("Run 2 ended as APPLIED, which could not be recorded");
                assertThat(line.getThrowableProxy()).isNotNull();
              });
      assertThat(sync.listener().events(RunFinished.class)).hasSize(2);
      assertThat(sync.store().isHeld()).isFalse();
    }
  }

  @Test
  void end_thatCouldNotBeRecordedIsRecordedAsInterruptedByTheNextRun() {
    try (CapturedLog log = new CapturedLog(EngineRun.class)) {
      StartedRun run = sync.engine().start(REQUEST);
      sync.runs().fail();
      run.complete();
      sync.runs().mend();
      assertThat(log.lines()).hasSize(1);
    }

    sync.sync();

    assertThat(sync.runs().latest(2))
        .extracting(RunReport::outcome)
        .containsExactly(Outcome.UNCHANGED, Outcome.INTERRUPTED);
  }

  @Test
  void start_closesRunsThatWereInterruptedAndTellsOfThem() {
    RunReport crashed = sync.runs().started(REQUEST, Samples.NOON);

    sync.sync();

    assertThat(sync.runs().find(crashed.id()))
        .map(RunReport::outcome)
        .contains(Outcome.INTERRUPTED);
    assertThat(sync.listener().events(RunFinished.class).get(1).report())
        .isEqualTo(sync.runs().find(crashed.id()).orElseThrow());
  }

  @Test
  void start_namesTheRunUnderWay() {
    StartedRun active = sync.engine().start(REQUEST);

    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> sync.engine().start(REQUEST))
        .withMessage("run 2 is under way; wait until it has ended")
        .satisfies(e -> assertThat(e.active()).contains(active.id()));
    active.complete();
  }

  @Test
  void start_recordsThatItWasSkipped() {
    StartedRun active = sync.engine().start(REQUEST);
    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> sync.engine().start(RunRequest.full("schedule")));

    RunReport skipped = sync.runs().latest(1).get(0);

    assertThat(skipped.request()).isEqualTo(RunRequest.full("schedule"));
    assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(skipped.failure())
        .contains(
            new Failure(
                Failure.Blame.NOBODY,
                "run.in_progress",
                "run 2 is under way; wait until it has ended"));
    active.complete();
  }

  @Test
  void start_doesNotNameARunThatIsJustBeingSkipped() {
    StartedRun active = sync.engine().start(REQUEST);
    sync.runs().started(RunRequest.full("about to be recorded as skipped"), Samples.NOON);

    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> sync.engine().start(REQUEST))
        .satisfies(e -> assertThat(e.active()).contains(active.id()));
    active.complete();
  }

  @Test
  void start_namesNoRunWhenNoneIsRecorded() {
    try (SyncSession session = sync.store().begin(Set.of(COMPANY))) {
      assertThat(session).isNotNull();
      assertThatExceptionOfType(RunInProgressException.class)
          .isThrownBy(() -> sync.engine().start(REQUEST))
          .satisfies(e -> assertThat(e.active()).isEqualTo(Optional.empty()));
    }
  }

  @Test
  void start_tellsListenersOfASkippedRun() {
    StartedRun active = sync.engine().start(REQUEST);
    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> sync.engine().start(RunRequest.full("schedule")));

    assertThat(sync.listener().events(RunFinished.class))
        .last()
        .extracting(RunFinished::report)
        .isEqualTo(sync.runs().latest(1).get(0));
    active.complete();
  }

  @Test
  void start_waitsForOneWhoHasTheMirrorForAMoment() {
    sync.sync();
    SyncSession moment = sync.store().begin(Set.of(COMPANY));
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            moment::close, CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS));

    sync.engine().start(REQUEST).complete();

    end.join();
    assertThat(sync.runs().latest(1).get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  private static Named<Consumer<InMemorySync>> failure(
      String where, Consumer<InMemorySync> failure) {
    return Named.of(where, failure);
  }

  private static RuntimeException bug() {
    return new IllegalStateException("a bug");
  }

  @Test
  void closeInterrupted_closesWhatNobodyWorksOn() {
    RunId lost = sync.runs().started(RunRequest.full("test"), Samples.NOON).id();

    assertThat(sync.engine().closeInterrupted()).containsExactly(lost);

    assertThat(sync.runs().find(lost)).map(RunReport::outcome).contains(Outcome.INTERRUPTED);
    assertThat(sync.store().isHeld()).isFalse();
  }

  @Test
  void closeInterrupted_leavesARunUnderWayAlone() {
    StartedRun run = sync.engine().start(RunRequest.full("test"));

    assertThat(sync.engine().closeInterrupted()).isEmpty();

    assertThat(run.complete().outcome().isSuccess()).isTrue();
  }

  private static <T> T raise() {
    throw AWAY;
  }
}
