package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.assetsync.core.contract.SyncTriggerContract;
import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.core.run.SyncTrigger.TriggeredRun;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.InMemoryRunLog;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BackgroundTriggerTest implements SyncTriggerContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<BackgroundTrigger> triggers = new ArrayList<>();

  @Override
  public SyncTrigger trigger(SyncService service) {
    return patient(service, PATIENCE);
  }

  @AfterEach
  void closeTriggers() {
    triggers.forEach(BackgroundTrigger::close);
  }

  @Test
  void trigger_worksOnAThreadThatEndsWithTheRun() throws InterruptedException {
    AtomicReference<Thread> worker = new AtomicReference<>();
    InMemorySync sync = new InMemorySync(COMPANY);
    sync.source().before(COMPANY, 1, () -> worker.set(Thread.currentThread()));

    TriggeredRun run = trigger(sync.engine()).trigger(RunRequest.full("test"));
    reportOf(run);

    worker.get().join(PATIENCE.toMillis());
    assertThat(worker.get().isAlive()).isFalse();
    assertThat(worker.get().getName()).isEqualTo("asset-sync-run");
  }

  @Test
  void close_cancelsTheRunAndWaitsForItsEnd() {
    Gate gate = new Gate();
    InMemorySync sync = new InMemorySync(COMPANY);
    sync.source().before(COMPANY, 1, gate::pass);
    BackgroundTrigger trigger = patient(sync.engine(), PATIENCE);
    TriggeredRun run = trigger.trigger(RunRequest.full("test"));
    gate.awaitArrival();

    trigger.close();

    assertThat(run.report()).isDone();
    assertThat(reportOf(run).outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(sync.store().isHeld()).isFalse();
  }

  @Test
  void close_waitsNoLongerThanItsPatience() {
    Gate stubborn = new Gate();
    InMemorySync sync = new InMemorySync(COMPANY);
    sync.source()
        .lists(COMPANY, Samples.companies(1))
        .before(COMPANY, 1, () -> passWhateverHappens(stubborn));
    BackgroundTrigger trigger = patient(sync.engine(), Duration.ofMillis(1));
    TriggeredRun run = trigger.trigger(RunRequest.full("test"));
    stubborn.awaitArrival();

    trigger.close();

    assertThat(run.report()).isNotDone();
    stubborn.open();
    assertThat(reportOf(run).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void close_returnsAtOnceWhenItsThreadIsInterrupted() {
    Gate stubborn = new Gate();
    InMemorySync sync = new InMemorySync(COMPANY);
    sync.source().before(COMPANY, 1, () -> passWhateverHappens(stubborn));
    BackgroundTrigger trigger = patient(sync.engine(), PATIENCE);
    TriggeredRun run = trigger.trigger(RunRequest.full("test"));
    stubborn.awaitArrival();

    Thread.currentThread().interrupt();
    trigger.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.report()).isNotDone();
    stubborn.open();
    reportOf(run);
  }

  @Test
  void close_isHarmlessWhenRepeated() {
    BackgroundTrigger trigger = patient(new InMemorySync(COMPANY).engine(), PATIENCE);
    trigger.close();

    assertThatCode(trigger::close).doesNotThrowAnyException();
  }

  @Test
  void trigger_refusesRunsOnceItIsClosed() {
    InMemorySync sync = new InMemorySync(COMPANY);
    BackgroundTrigger trigger = patient(sync.engine(), PATIENCE);
    trigger.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> trigger.trigger(RunRequest.full("test")))
        .withMessageContaining("closed");
    assertThat(sync.runs().latest(1)).isEmpty();
  }

  @Test
  void close_cancelsARunThatFollowedAnother() {
    InMemorySync sync = new InMemorySync(COMPANY);
    BackgroundTrigger trigger = patient(sync.engine(), PATIENCE);
    reportOf(trigger.trigger(RunRequest.full("first")));
    Gate gate = new Gate();
    sync.source().before(COMPANY, 1, gate::pass);
    TriggeredRun second = trigger.trigger(RunRequest.full("second"));
    gate.awaitArrival();

    trigger.close();

    assertThat(reportOf(second).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  private BackgroundTrigger patient(SyncService service, Duration patience) {
    RunLog runs = new InMemoryRunLog();
    BackgroundTrigger trigger =
        new BackgroundTrigger(
            service, patience, new LocalActiveRuns(runs), new RunMonitor(runs, Clock.systemUTC()));
    triggers.add(trigger);
    return trigger;
  }

  private static void passWhateverHappens(Gate gate) {
    try {
      gate.pass();
    } catch (RunCancelledException e) {
      Thread.interrupted();
      passWhateverHappens(gate);
    }
  }

  private static RunReport reportOf(TriggeredRun run) {
    return run.report().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
