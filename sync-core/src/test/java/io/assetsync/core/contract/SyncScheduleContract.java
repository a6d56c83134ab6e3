package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link SyncSchedule}. */
public interface SyncScheduleContract {

  /**
   * A schedule that is stopped.
   *
   * @param schedule has at least two daily entries
   * @param clock what the schedule goes by; it stands still unless moved
   */
  record Fixture(SyncSchedule schedule, SteppingClock clock) {}

  Fixture stopped();

  @Test
  default void start_makesItRun() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();

    assertThat(schedule.running()).isTrue();
  }

  @Test
  default void start_isIdempotent() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();
    List<UpcomingRun> upcoming = schedule.upcoming();
    schedule.start();

    assertThat(schedule.running()).isTrue();
    assertThat(schedule.upcoming()).isEqualTo(upcoming);
  }

  @Test
  default void stop_endsItsRunning() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();
    schedule.stop();

    assertThat(schedule.running()).isFalse();
  }

  @Test
  default void stop_isIdempotent() {
    SyncSchedule schedule = stopped().schedule();
    schedule.stop();
    schedule.stop();

    assertThat(schedule.running()).isFalse();
  }

  @Test
  default void upcoming_isEmptyBeforeTheFirstStart() {
    assertThat(stopped().schedule().upcoming()).isEmpty();
  }

  @Test
  default void upcoming_isEmptyWhileStopped() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();
    schedule.stop();

    assertThat(schedule.upcoming()).isEmpty();
  }

  @Test
  default void upcoming_namesEachEntryOnce() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();

    assertThat(schedule.upcoming())
        .hasSizeGreaterThanOrEqualTo(2)
        .extracting(UpcomingRun::name)
        .doesNotHaveDuplicates();
  }

  @Test
  default void upcoming_comesSoonestFirst() {
    Fixture fixture = stopped();
    fixture.schedule().start();

    for (int hours = 0; hours < 24; hours++) {
      assertThat(fixture.schedule().upcoming())
          .isSortedAccordingTo(Comparator.comparing(UpcomingRun::at));
      fixture.clock().advance(Duration.ofHours(1));
    }
  }

  @Test
  default void upcoming_liesInTheFuture() {
    Fixture fixture = stopped();
    fixture.schedule().start();

    assertThat(fixture.schedule().upcoming())
        .allSatisfy(next -> assertThat(next.at().toInstant()).isAfter(fixture.clock().instant()));
  }

  @Test
  default void upcoming_isInTheZoneOfTheSchedule() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();

    assertThat(schedule.upcoming())
        .allSatisfy(next -> assertThat(next.at().getZone()).isEqualTo(schedule.zone()));
  }

  @Test
  default void upcoming_isTheSameRightAfterStopAndStart() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();
    List<UpcomingRun> before = schedule.upcoming();
    schedule.stop();
    schedule.start();

    assertThat(schedule.upcoming()).isEqualTo(before);
  }

  @Test
  default void upcoming_leavesOutWhatPassedWhileStopped() {
    Fixture fixture = stopped();
    fixture.schedule().start();
    List<UpcomingRun> before = fixture.schedule().upcoming();
    fixture.schedule().stop();
    fixture.clock().advance(Duration.ofDays(2));
    fixture.schedule().start();

    assertThat(fixture.schedule().upcoming())
        .hasSameSizeAs(before)
        .allSatisfy(next -> assertThat(next.at().toInstant()).isAfter(fixture.clock().instant()));
  }

  @Test
  default void startAndStop_mayComeFromAnyThread() {
    SyncSchedule schedule = stopped().schedule();
    schedule.start();
    List<UpcomingRun> before = schedule.upcoming();
    CompletableFuture<?>[] threads =
        Stream.<Runnable>of(schedule::stop, schedule::start, schedule::stop, schedule::start)
            .map(CompletableFuture::runAsync)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(threads).join();

    schedule.start();

    assertThat(schedule.running()).isTrue();
    assertThat(schedule.upcoming()).isEqualTo(before);
  }
}
