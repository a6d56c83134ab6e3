package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.assetsync.core.event.PageStaged;
import io.assetsync.core.event.PhaseBegan;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.event.TypeRead;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What listeners are told, in which order, and that they cannot disturb. */
final class SyncEngineEventsTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;
  private static final RunId RUN = new RunId(1);

  private final InMemorySync sync = new InMemorySync(COMPANY, LOCATION);

  @Test
  void events_comeInTheOrderOfTheWork() {
    sync.source()
        .lists(COMPANY, Samples.companies(1, 2), Samples.companies(2, 3))
        .lists(LOCATION, Samples.unreadable(LOCATION, 9));

    RunReport report = sync.sync();

    assertThat(sync.listener().events())
        .containsExactly(
            new RunStarted(
                RunReport.started(RUN, RunRequest.full("test"), report.startedAt()),
                "a scripted source",
                List.of(COMPANY, LOCATION)),
            new PhaseBegan(RUN, Phase.READING),
            new PageStaged(RUN, COMPANY, 1, 2, cost(1)),
            new PageStaged(RUN, COMPANY, 2, 4, cost(2)),
            read(COMPANY, 4, 0, 3, report.types().get(0)),
            new PageStaged(RUN, LOCATION, 1, 0, cost(1)),
            read(LOCATION, 0, 1, 2, report.types().get(1)),
            new PhaseBegan(RUN, Phase.PLANNING),
            new PhaseBegan(RUN, Phase.PUBLISHING),
            new RunFinished(
                report,
                Duration.between(report.startedAt(), report.finishedAt().orElseThrow()),
                Optional.empty()));
  }

  @Test
  void runStarted_isToldBeforeAnythingIsRequested() {
    StartedRun run = sync.engine().start(RunRequest.full("test"));

    assertThat(sync.listener().events()).singleElement().isInstanceOf(RunStarted.class);
    assertThat(sync.source().requests()).isZero();
    run.complete();
  }

  @Test
  void runFinished_isToldWhenTheEndIsRecorded() {
    List<Optional<RunReport>> recorded = new ArrayList<>();
    sync.telling(
        new SyncListener() {
          @Override
          public void runFinished(RunFinished event) {
            recorded.add(sync.runs().find(event.report().id()));
          }
        });

    RunReport report = sync.sync();

    assertThat(recorded).containsExactly(Optional.of(report));
  }

  @Test
  void listenerThatThrows_stopsNeitherTheRunNorOtherListeners() {
    assertUndisturbedBy(() -> new IllegalStateException("the listener's"));
  }

  @Test
  void listenerThatThrowsAnError_stopsNeitherTheRunNorOtherListeners() {
    assertUndisturbedBy(() -> new NoClassDefFoundError("the listener's"));
  }

  @Test
  void mdc_carriesTheRunOnTheThreadOfTheRun() {
    List<String> seen = new ArrayList<>();
    sync.source().before(COMPANY, 1, () -> seen.add(MDC.get("run")));
    sync.telling(
        new SyncListener() {
          @Override
          public void runFinished(RunFinished event) {
            seen.add(MDC.get("run"));
          }
        });

    sync.sync();

    assertThat(seen).containsExactly("1", "1");
    assertThat(MDC.get("run")).isNull();
  }

  @Test
  void mdc_isClearedAfterAFailedRun() {
    sync.source().failsAt(COMPANY, 1, new IllegalStateException("a bug"));

    sync.sync();

    assertThat(MDC.get("run")).isNull();
  }

  @Test
  void miss_recordsWhyAndTellsListeners() {
    RunRequest request =
        RunRequest.scheduled(
            RunMode.FULL, List.of(new ScheduledTime("Asset Sync 08:00", Samples.NOON)));

    RunReport missed = sync.engine().miss(request, "nothing was there");

    assertThat(missed.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(missed.request()).isEqualTo(request);
    assertThat(missed.failure()).map(Failure::message).contains("nothing was there");
    assertThat(sync.runs().find(missed.id())).contains(missed);
    assertThat(sync.listener().events()).containsExactly(new TimesMissed(missed));
  }

  private void assertUndisturbedBy(Supplier<Throwable> thrown) {
    sync.source().lists(COMPANY, Samples.companies(1));
    sync.telling(throwing(thrown));
    try (CapturedLog log = new CapturedLog(ListenerCalls.class)) {
      RunReport report = sync.sync();

      assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(sync.listener().events()).hasSize(8);
      assertThat(log.lines())
          .hasSize(8)
          .allSatisfy(
              line -> {
                assertThat(line.getLevel()).isEqualTo(Level.WARN);
                assertThat(line.getThrowableProxy().getMessage()).isEqualTo("the listener's");
              });
    }
  }

  private static SyncListener throwing(Supplier<Throwable> thrown) {
    return new SyncListener() {
      @Override
      public void runStarted(RunStarted event) {
        throwAny(thrown.get());
      }

      @Override
      public void phaseBegan(PhaseBegan event) {
        throwAny(thrown.get());
      }

      @Override
      public void pageStaged(PageStaged event) {
        throwAny(thrown.get());
      }

      @Override
      public void typeRead(TypeRead event) {
        throwAny(thrown.get());
      }

      @Override
      public void runFinished(RunFinished event) {
        throwAny(thrown.get());
      }
    };
  }

  private static void throwAny(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static TypeRead read(
      EntityType type, long rows, long rejects, long calls, TypeReport part) {
    return new TypeRead(
        RUN, type, Completeness.COMPLETE, rows, rejects, cost(calls), part.reading().took());
  }

  private static ReadCost cost(long calls) {
    return new ReadCost(calls, 100 * calls, Duration.ZERO);
  }
}
