package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.core.run.SyncTrigger.TriggeredRun;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.InMemoryAssetStore.Step;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of {@link SyncTrigger}. */
public interface SyncTriggerContract {

  EntityType COMPANY = CompanyAttributes.TYPE;

  /** Returns a trigger that starts the runs of this service. */
  SyncTrigger trigger(SyncService service);

  @Test
  default void trigger_returnsWhileTheRunWorks() {
    InMemorySync sync = new InMemorySync(COMPANY);
    Gate gate = new Gate();
    sync.source().before(COMPANY, 1, gate::pass);

    TriggeredRun run = trigger(sync.engine()).trigger(RunRequest.full("http"));
    gate.awaitArrival();

    assertThat(run.report()).isNotDone();
    gate.open();
    reportOf(run);
  }

  @Test
  default void trigger_completesTheRun() {
    InMemorySync sync = new InMemorySync(COMPANY);
    sync.source().lists(COMPANY, Samples.companies(1));

    TriggeredRun run = trigger(sync.engine()).trigger(RunRequest.full("http"));
    RunReport report = reportOf(run);

    assertThat(report.id()).isEqualTo(run.id());
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.request()).isEqualTo(RunRequest.full("http"));
    assertThat(sync.store().rows(COMPANY)).hasSize(1);
  }

  @Test
  default void trigger_reportsARunThatFails() {
    InMemorySync sync = new InMemorySync(COMPANY);
    sync.source()
        .failsAt(COMPANY, 1, new SourceException(SourceException.Fault.UNAVAILABLE, "it is away"));

    TriggeredRun run = trigger(sync.engine()).trigger(RunRequest.full("http"));

    assertThat(reportOf(run).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  default void trigger_throwsWhenARunIsUnderWay() {
    InMemorySync sync = new InMemorySync(COMPANY);
    Gate gate = new Gate();
    sync.source().before(COMPANY, 1, gate::pass);
    SyncTrigger trigger = trigger(sync.engine());
    TriggeredRun run = trigger.trigger(RunRequest.full("http"));
    gate.awaitArrival();

    assertThatExceptionOfType(RunInProgressException.class)
        .isThrownBy(() -> trigger.trigger(RunRequest.full("http")))
        .satisfies(e -> assertThat(e.active()).contains(run.id()));
    gate.open();
    reportOf(run);
  }

  @Test
  default void trigger_throwsWhenTheStoreCannotBeUsed() {
    InMemorySync sync = new InMemorySync(COMPANY);
    sync.store().failAt(Step.BEGIN);
    SyncTrigger trigger = trigger(sync.engine());

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> trigger.trigger(RunRequest.full("http")));
  }

  @Test
  default void trigger_startsOneRunAfterAnother() {
    InMemorySync sync = new InMemorySync(COMPANY);
    SyncTrigger trigger = trigger(sync.engine());
    RunReport first = reportOf(trigger.trigger(RunRequest.full("http")));
    RunReport second = reportOf(trigger.trigger(RunRequest.full("http")));

    assertThat(second.id().value()).isGreaterThan(first.id().value());
    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  default void cancel_endsTheRunThatIsUnderWay() {
    InMemorySync sync = new InMemorySync(COMPANY);
    Gate gate = new Gate();
    sync.source().before(COMPANY, 1, gate::pass);
    SyncTrigger trigger = trigger(sync.engine());
    TriggeredRun run = trigger.trigger(RunRequest.full("http"));
    gate.awaitArrival();

    assertThat(trigger.cancel(run.id())).isTrue();

    assertThat(reportOf(run).outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(sync.store().rows(COMPANY)).isEmpty();
  }

  @Test
  default void cancel_hasNoEffectOnARunThatHasEnded() {
    InMemorySync sync = new InMemorySync(COMPANY);
    SyncTrigger trigger = trigger(sync.engine());
    TriggeredRun run = trigger.trigger(RunRequest.full("http"));
    reportOf(run);

    assertThat(trigger.cancel(run.id())).isFalse();
  }

  private static RunReport reportOf(TriggeredRun run) {
    return run.report().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
