package io.assetsync.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of each time, told by a clock that the test sets; Quartz' part is played by calls.
 */
class QuartzSchedulerTest {

  private final SteppingClock clock = SteppingClock.standing(Instant.parse("2025-01-31T07:00:00Z"));
  private final RecordingTrigger trigger = new RecordingTrigger();
  private final LogLines log = new LogLines(QuartzScheduler.class);
  private final QuartzScheduler scheduler =
      scheduler("UTC", SchedulerConfig.DEFAULT_TIMES, Duration.ofMinutes(5));

  @AfterEach
  void close() {
    scheduler.close();
    log.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-01-31T08:00:00Z", "2025-01-31T08:05:00Z"})
  void timeWithinTheGrace_startsOneFullRun(String noticed) {
    scheduler.start();
    arrive(noticed);

    assertThat(trigger.requests()).containsExactly(RunRequest.full("schedule"));
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void timeNotReached_startsNothing() {
    scheduler.start();
    arrive("2025-01-31T07:59:59.999Z");

    assertThat(trigger.requests()).isEmpty();
  }

  @Test
  void timeReachedTwice_startsOneRun() {
    scheduler.start();
    arrive("2025-01-31T08:00:00Z");
    arrive("2025-01-31T08:00:01Z");

    assertThat(trigger.requests()).hasSize(1);
  }

  @Test
  void timeBeyondTheGrace_isMissedWithTheReason() {
    scheduler.start();
    arrive("2025-01-31T08:05:00.001Z");

    assertThat(trigger.requests()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "WARN Missed Asset Sync 08:00 of 2025-01-31T08:00Z:"
                + " noticed at 2025-01-31T08:05:00.001Z, more than 300 s late");
  }

  @Test
  void severalTimesMissed_areOneLine() {
    scheduler.start();
    arrive("2025-02-01T12:30:00Z");

    assertThat(trigger.requests()).isEmpty();
    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0))
        .contains("08:00 of 2025-01-31", "12:00 of 2025-01-31", "16:00 of 2025-01-31")
        .contains("and 3 more: noticed at 2025-02-01T12:30Z");
  }

  @Test
  void severalTimesPassed_startOneRunForTheLastWithinTheGrace() {
    scheduler.start();
    arrive("2025-01-31T16:01:00Z");

    assertThat(trigger.requests()).hasSize(1);
    assertThat(log.lines()).singleElement().asString().contains("08:00", "12:00");
    assertThat(log.lines().get(0)).doesNotContain("16:00 of");
  }

  @Test
  void timesTogetherWithinTheGrace_startOneRun() {
    try (QuartzScheduler close =
        scheduler("UTC", List.of(LocalTime.of(8, 0), LocalTime.of(8, 1)), Duration.ofMinutes(5))) {
      close.start();
      set(Instant.parse("2025-01-31T08:02:00Z"));
      close.startDueRuns();

      assertThat(trigger.requests()).hasSize(1);
    }
  }

  @Test
  void timesThatFallTogetherByAClockChange_startOneRun() {
    set(Instant.parse("2025-03-30T00:59:00Z"));
    try (QuartzScheduler berlin =
        scheduler(
            "Europe/Berlin",
            List.of(LocalTime.of(2, 30), LocalTime.of(3, 0)),
            Duration.ofMinutes(5))) {
      berlin.start();
      set(Instant.parse("2025-03-30T01:00:00Z"));
      berlin.startDueRuns();

      assertThat(trigger.requests()).hasSize(1);
      assertThat(berlin.upcoming())
          .extracting(run -> run.at().toString())
          .containsExactly(
              "2025-03-31T02:30+02:00[Europe/Berlin]", "2025-03-31T03:00+02:00[Europe/Berlin]");
    }
  }

  @Test
  void clockPutBack_repeatsNoRun() {
    scheduler.start();
    arrive("2025-01-31T08:00:00Z");
    arrive("2025-01-31T07:30:00Z");
    arrive("2025-01-31T08:00:00Z");

    assertThat(trigger.requests()).hasSize(1);
    assertThat(scheduler.upcoming())
        .first()
        .extracting(UpcomingRun::name)
        .isEqualTo("Asset Sync 12:00");
  }

  @Test
  void clockPutBackWhileStopped_repeatsNoRun() {
    scheduler.start();
    arrive("2025-01-31T08:00:00Z");
    scheduler.stop();
    set(Instant.parse("2025-01-31T07:30:00Z"));
    scheduler.start();
    arrive("2025-01-31T08:00:00Z");

    assertThat(trigger.requests()).hasSize(1);
  }

  @Test
  void runUnderWay_skipsTheTimeAndTheNextStillStarts() {
    scheduler.start();
    trigger.failWith(new RunInProgressException(Optional.of(new RunId(7))));
    arrive("2025-01-31T08:00:00Z");
    trigger.succeed();
    arrive("2025-01-31T12:00:00Z");

    assertThat(trigger.requests()).hasSize(2);
    assertThat(log.lines())
        .containsExactly(
            "WARN Skipped Asset Sync 08:00 of 2025-01-31T08:00Z:"
                + " run 7 is under way; wait until it has ended");
  }

  @Test
  void storeDown_isAnErrorAndTheNextStillStarts() {
    scheduler.start();
    trigger.failWith(
        new StoreException(StoreException.Fault.UNAVAILABLE, "the database is down", null));
    arrive("2025-01-31T08:00:00Z");
    trigger.succeed();
    arrive("2025-01-31T12:00:00Z");

    assertThat(trigger.requests()).hasSize(2);
    assertThat(log.lines())
        .containsExactly(
            "ERROR Could not start Asset Sync 08:00 of 2025-01-31T08:00Z: the database is down");
  }

  @Test
  void bugOfTheTrigger_isAnErrorAndTheNextStillStarts() {
    scheduler.start();
    trigger.failWith(new IllegalStateException("planted"));
    arrive("2025-01-31T08:00:00Z");
    trigger.succeed();
    arrive("2025-01-31T12:00:00Z");

    assertThat(trigger.requests()).hasSize(2);
    assertThat(log.lines())
        .containsExactly("ERROR Could not start Asset Sync 08:00 of 2025-01-31T08:00Z");
  }

  @Test
  void stopped_startsAndShowsNothing() {
    scheduler.start();
    scheduler.stop();
    arrive("2025-01-31T08:00:00Z");

    assertThat(scheduler.running()).isFalse();
    assertThat(scheduler.upcoming()).isEmpty();
    assertThat(trigger.requests()).isEmpty();
  }

  @Test
  void timesWhileStopped_areNotCaughtUp() {
    scheduler.start();
    set(Instant.parse("2025-01-31T07:59:00Z"));
    scheduler.stop();
    set(Instant.parse("2025-01-31T08:01:00Z"));
    scheduler.start();
    scheduler.startDueRuns();

    assertThat(trigger.requests()).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void stopAtTheVeryMoment_saysThatTheTimeIsMissed() {
    scheduler.start();
    set(Instant.parse("2025-01-31T08:00:00Z"));
    scheduler.stop();

    assertThat(trigger.requests()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "WARN Missed Asset Sync 08:00 of 2025-01-31T08:00Z:"
                + " the schedule was stopped before it could start a run");
  }

  @Test
  void startWhileRunning_losesNothing() {
    scheduler.start();
    set(Instant.parse("2025-01-31T08:00:00Z"));
    scheduler.start();
    scheduler.startDueRuns();

    assertThat(trigger.requests()).hasSize(1);
  }

  @Test
  void stopsAndStarts_loseAndDoubleNothing() {
    Instant end = Instant.parse("2025-01-31T21:00:00Z");
    for (Instant at = clock.instant(); at.isBefore(end); at = at.plusSeconds(60)) {
      set(at);
      scheduler.start();
      scheduler.startDueRuns();
      scheduler.stop();
      scheduler.stop();
      set(at.plusMillis(59_999));
      scheduler.start();
    }

    assertThat(trigger.requests()).hasSize(4);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void closed_cannotBeStartedAgain() {
    scheduler.start();
    scheduler.close();
    scheduler.close();

    assertThat(scheduler.running()).isFalse();
    assertThatThrownBy(scheduler::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the schedule is closed");
  }

  @Test
  void zone_isTheConfiguredOne() {
    try (QuartzScheduler berlin =
        scheduler("Europe/Berlin", SchedulerConfig.DEFAULT_TIMES, Duration.ofMinutes(5))) {
      assertThat(berlin.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
  }

  private void arrive(String instant) {
    set(Instant.parse(instant));
    scheduler.startDueRuns();
  }

  private void set(Instant instant) {
    clock.advance(Duration.between(clock.instant(), instant));
  }

  private QuartzScheduler scheduler(String zone, List<LocalTime> times, Duration grace) {
    return new QuartzScheduler(new SchedulerConfig(times, ZoneId.of(zone), grace), trigger, clock);
  }
}
