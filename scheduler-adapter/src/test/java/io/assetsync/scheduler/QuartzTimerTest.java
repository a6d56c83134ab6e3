package io.assetsync.scheduler;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Quartz itself, in real time but a moment ahead. */
class QuartzTimerTest {

  private static final Instant EIGHT = Instant.parse("2025-01-31T08:00:00Z");

  @Test
  void set_callsBackOnce() throws InterruptedException {
    Semaphore calls = new Semaphore(0);
    try (QuartzTimer timer = QuartzTimer.inMemory(calls::release)) {
      timer.start();
      timer.set(Duration.ofDays(1));
      timer.set(Duration.ofMillis(20));

      assertThat(calls.tryAcquire(10, SECONDS)).isTrue();
      assertThat(calls.availablePermits()).isZero();
    }
  }

  @Test
  void callback_mayThrowAndSetTheNext() throws InterruptedException {
    CountDownLatch calls = new CountDownLatch(3);
    QuartzTimer[] timer = new QuartzTimer[1];
    timer[0] =
        QuartzTimer.inMemory(
            () -> {
              calls.countDown();
              if (calls.getCount() > 0) {
                timer[0].set(Duration.ofMillis(1));
              }
              throw new IllegalStateException("planted");
            });
    try (QuartzTimer closed = timer[0]) {
      closed.set(Duration.ofMillis(1));
      closed.start();

      assertThat(calls.await(10, SECONDS)).isTrue();
    }
  }

  @Test
  void standby_keepsFromCallingAndStartGoesOn() throws InterruptedException {
    Semaphore calls = new Semaphore(0);
    try (QuartzTimer timer = QuartzTimer.inMemory(calls::release)) {
      timer.start();
      timer.standby();
      timer.set(Duration.ZERO);

      assertThat(calls.tryAcquire(300, MILLISECONDS)).isFalse();
      timer.start();
      assertThat(calls.tryAcquire(10, SECONDS)).isTrue();
    }
  }

  @Test
  void scheduler_startsRunsInRealTime() {
    RecordedRuns runs = new RecordedRuns(Clock.systemUTC());
    Clock clock = runningFrom(EIGHT.minusMillis(300));
    try (QuartzScheduler scheduler = QuartzScheduler.inMemory(config(), runs, runs, clock)) {
      scheduler.start();
      scheduler.stop();
      scheduler.start();

      await().atMost(Duration.ofSeconds(10)).until(() -> runs.fates().size() == 1);
      assertThat(scheduler.upcoming())
          .first()
          .extracting(run -> run.at().toInstant())
          .isEqualTo(EIGHT.plus(Duration.ofDays(1)));
    }
  }

  @Test
  void schedulers_liveSideBySide() {
    RecordedRuns first = new RecordedRuns(Clock.systemUTC());
    RecordedRuns second = new RecordedRuns(Clock.systemUTC());
    Clock clock = runningFrom(EIGHT.minusMillis(500));
    try (QuartzScheduler other = QuartzScheduler.inMemory(config(), second, second, clock)) {
      other.start();
      try (QuartzScheduler one = QuartzScheduler.inMemory(config(), first, first, clock)) {
        one.start();
      }

      await().atMost(Duration.ofSeconds(10)).until(() -> second.fates().size() == 1);
      assertThat(first.fates()).isEmpty();
    }
  }

  @Test
  void close_leavesNoThread() {
    try (QuartzTimer timer = QuartzTimer.inMemory(() -> {})) {
      timer.start();
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("asset-sync-schedule")));
  }

  /** Returns a clock that runs with the system's and shows the given instant now. */
  private static Clock runningFrom(Instant instant) {
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), instant));
  }

  private static SchedulerConfig config() {
    return SchedulerConfig.daily(List.of(LocalTime.of(8, 0)), ZoneOffset.UTC);
  }
}
