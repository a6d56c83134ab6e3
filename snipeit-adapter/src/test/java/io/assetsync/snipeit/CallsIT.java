package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Snapshot;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import io.assetsync.snipeit.standin.Fault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Repetition, cost and cancellation of calls. */
final class CallsIT {

  @Test
  void pauses_doubleUpToTheLongestWait() {
    try (StandInSource both =
        StandInSource.of(
            UnaryOperator.identity(),
            config ->
                config.withPace(Pace.DEFAULT.withMaxWait(Duration.ofSeconds(5)).withAttempts(6)))) {
      both.standIn().inject(Fault.badGateway().always());

      assertThatExceptionOfType(SourceException.class)
          .isThrownBy(() -> Reading.of(both.source(), CompanyAttributes.TYPE));
      assertThat(both.time().sleeps())
          .extracting(Duration::toSeconds)
          .containsExactly(1L, 2L, 4L, 5L, 5L);
      assertThat(both.standIn().requests().total()).isEqualTo(6);
    }
  }

  @Test
  void cost_countsRepeatedCallsAndWaiting() {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.badGateway().times(2));
      try (Snapshot snapshot = both.source().open(CompanyAttributes.TYPE)) {
        snapshot.next();
        ReadCost cost = snapshot.cost();

        assertThat(cost.calls()).isEqualTo(3);
        assertThat(cost.waited()).isEqualTo(Duration.ofSeconds(3));
        assertThat(cost.bytes()).isEqualTo(both.standIn().requests().bytesSent());
      }
    }
  }

  @Test
  void retries_areLoggedWithTheContextOfTheCaller() {
    try (LogCapture log = new LogCapture();
        StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.maintenance());
      MDC.put("run", "17");
      try {
        Reading.of(both.source(), CompanyAttributes.TYPE);
      } finally {
        MDC.remove("run");
      }

      assertThat(log.text()).contains("Attempt 1 of 5 failed: Snipe-IT is closed for maintenance");
      assertThat(log.contexts()).allSatisfy(mdc -> assertThat(mdc).containsEntry("run", "17"));
    }
  }

  @Test
  void interruption_endsTheWaitForASilentServer() {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.stalledBody().always());

      assertCancelled(both, () -> Reading.of(both.source(), UserAttributes.TYPE));
      assertCancelled(
          both, () -> both.source().confirm(UserAttributes.TYPE, Absence.of(KeySet.of(1))));
    }
  }

  /** Interrupts some work when its call has reached the server. */
  private static void assertCancelled(StandInSource both, Callable<?> work) {
    int before = both.standIn().requests().total();
    AtomicReference<Thread> worker = new AtomicReference<>();
    CompletableFuture<Void> result =
        CompletableFuture.runAsync(
            () -> {
              worker.set(Thread.currentThread());
              try {
                work.call();
              } catch (Exception e) {
                throw new CompletionException(e);
              } finally {
                Thread.interrupted();
              }
            });
    await().until(() -> both.standIn().requests().total() > before);
    worker.get().interrupt();

    assertThat(result)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withCauseInstanceOf(RunCancelledException.class);
  }
}
