package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TypeRead;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.policy.Verdict;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.testing.ConfirmingSource;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is asked to stop publishes nothing, unless it is committing already. */
final class SyncEngineCancellationTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;

  private final InMemorySync sync = new InMemorySync(COMPANY, LOCATION);
  private final AtomicReference<StartedRun> run = new AtomicReference<>();

  @BeforeEach
  void theSourceListsSomething() {
    sync.source().lists(COMPANY, Samples.companies(1), Samples.companies(2));
  }

  @AfterEach
  void theThreadIsNotLeftInterruptedAndTheMirrorIsFree() {
    assertThat(Thread.interrupted()).isFalse();
    assertThat(sync.store().isHeld()).isFalse();
  }

  @Test
  void cancel_beforeTheWorkMakesNoRequest() {
    start().cancel();

    assertCancelled(run.get().complete());
    assertThat(sync.source().requests()).isZero();
  }

  @Test
  void cancel_whileReadingStopsAtTheNextPage() {
    sync.source().before(COMPANY, 2, this::cancelFromOutside);

    assertCancelled(start().complete());
    assertThat(sync.source().requests()).isEqualTo(2);
  }

  @Test
  void cancel_wakesASourceThatWaits() {
    Gate gate = new Gate();
    sync.source().before(COMPANY, 1, gate::pass);
    CompletableFuture<RunReport> report = CompletableFuture.supplyAsync(start()::complete);
    gate.awaitArrival();

    run.get().cancel();

    assertCancelled(report.orTimeout(30, TimeUnit.SECONDS).join());
  }

  @Test
  void cancel_afterTheLastPagePublishesNothing() {
    sync.telling(
        new SyncListener() {
          @Override
          public void typeRead(TypeRead event) {
            cancelFromOutside();
          }
        });

    assertCancelled(start().complete());
  }

  @Test
  void cancel_beforeTheCommitPublishesNothing() {
    sync.under(
        plan -> {
          cancelFromOutside();
          return new Verdict.Approved(plan.approve(), List.of());
        });

    assertCancelled(start().complete());
  }

  @Test
  void cancel_beforeAskingByKeyAsksNothing() {
    sync.sync();
    ConfirmingSource confirming = new ConfirmingSource(sync.source());
    sync.source().lists(COMPANY, Samples.companies(1));
    sync.source().before(LOCATION, 1, this::cancelFromOutside);
    sync.reading(confirming);

    RunReport report = start().complete();

    assertThat(report.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(confirming.questions()).isEmpty();
  }

  @Test
  void cancel_afterTheCommitHasNoEffect() {
    sync.telling(
        new SyncListener() {
          @Override
          public void runFinished(RunFinished event) {
            cancelFromOutside();
          }
        });

    RunReport report = start().complete();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(sync.store().rows(COMPANY)).hasSize(2);
  }

  @Test
  void cancel_afterTheEndIsHarmless() {
    RunReport report = start().complete();

    assertThatCode(run.get()::cancel).doesNotThrowAnyException();
    assertThat(sync.runs().find(report.id())).contains(report);
  }

  @Test
  void cancel_duringTheCommitDoesNotInterruptIt() {
    Cancellation cancellation = new Cancellation();
    cancellation.enter();
    cancellation.forbid();

    cancellation.request();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void timeLimit_stopsARunWhoseSourceIsSlow() {
    Gate gate = new Gate();
    sync.source().before(COMPANY, 1, gate::pass);

    RunReport report = sync.engine(Duration.ofMillis(50)).sync(RunRequest.full("test"));

    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.failure().orElseThrow().code()).isEqualTo("run.timeout");
    assertThat(report.failure().orElseThrow().blame()).isEqualTo(Failure.Blame.SOURCE);
    assertThat(sync.runs().find(report.id())).contains(report);
    assertThat(sync.store().rows(COMPANY)).isEmpty();
  }

  @Test
  void timeLimit_leavesAFasterRunAlone() {
    assertThat(sync.engine(Duration.ofMinutes(1)).sync(RunRequest.full("test")).outcome())
        .isEqualTo(Outcome.APPLIED);
  }

  @Test
  void timeLimit_ofNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sync.engine(Duration.ZERO))
        .withMessage("the time limit of a run is above zero, not PT0S");
  }

  @Test
  void interruption_ofTheThreadCancelsTheRun() {
    sync.source().before(COMPANY, 2, () -> Thread.currentThread().interrupt());

    assertCancelled(start().complete());
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void interruption_doesNotHinderTheRecord() {
    AtomicBoolean interrupted = new AtomicBoolean(true);
    sync.telling(
        new SyncListener() {
          @Override
          public void runFinished(RunFinished event) {
            interrupted.set(Thread.currentThread().isInterrupted());
          }
        });
    sync.source().before(COMPANY, 1, () -> Thread.currentThread().interrupt());

    start().complete();

    assertThat(interrupted).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void complete_happensOnce() {
    StartedRun started = start();
    started.complete();

    assertThatIllegalStateException().isThrownBy(started::complete);
  }

  @Test
  void complete_worksOnAnotherThreadThanStart() {
    RunReport report =
        CompletableFuture.supplyAsync(start()::complete).orTimeout(30, TimeUnit.SECONDS).join();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
  }

  private StartedRun start() {
    run.set(sync.engine().start(RunRequest.full("test")));
    return run.get();
  }

  private void cancelFromOutside() {
    CompletableFuture.runAsync(() -> run.get().cancel()).join();
  }

  private void assertCancelled(RunReport report) {
    assertThat(report.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(report.failure())
        .contains(new Failure(Failure.Blame.NOBODY, "run.cancelled", "the run was cancelled"));
    assertThat(sync.runs().find(report.id())).contains(report);
    assertThat(sync.listener().events(RunFinished.class))
        .singleElement()
        .satisfies(told -> assertThat(told.thrown()).isEmpty());
    assertThat(sync.store().rows(COMPANY)).isEmpty();
  }
}
