package io.assetsync.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.health.Health;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.testing.SteppingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each time, told by a clock that the test sets; waking is played by calls. */
class TimeKeeperTest {

  private static final List<ScheduleEntry> STANDARD =
      SchedulerConfig.standard(ZoneId.of("UTC")).entries();

  private final SteppingClock clock = SteppingClock.standing(Instant.parse("2025-01-31T07:00:00Z"));
  private final RecordedRuns runs = new RecordedRuns(clock);
  private final SharedLog shared = new SharedLog(clock);
  private final LogLines log = new LogLines(TimeKeeper.class);
  private final TimeKeeper keeper = keeper("a");

  @AfterEach
  void close() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-01-31T08:00:00Z", "2025-01-31T08:05:00Z"})
  void timeWithinTheGrace_startsOneFullRun(String noticed) {
    keeper.open();
    arrive(noticed);

    assertThat(runs.fates()).containsExactly("full Asset Sync 08:00 of 2025-01-31T08:00:00Z");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void timeNotReached_startsNothing() {
    keeper.open();
    arrive("2025-01-31T07:59:59.999999Z");

    assertThat(runs.fates()).isEmpty();
    assertThat(shared.state().settledUntil()).isBefore(Instant.parse("2025-01-31T08:00:00Z"));
  }

  @Test
  void timeReachedTwice_startsOneRun() {
    keeper.open();
    arrive("2025-01-31T08:00:00Z");
    arrive("2025-01-31T08:00:01Z");

    assertThat(runs.fates()).hasSize(1);
  }

  @Test
  void timeBeyondTheGrace_isMissedWithTheReason() {
    keeper.open();
    arrive("2025-01-31T08:05:00.001Z");

    assertThat(runs.fates()).containsExactly("missed Asset Sync 08:00 of 2025-01-31T08:00:00Z");
    assertThat(runs.reasons())
        .containsExactly(
            "it was noticed at 2025-01-31T08:05Z, more than 300 s late, as after the machine slept");
  }

  @Test
  void severalTimesPassed_areOneRecordAndTheLastWithinTheGraceStarts() {
    keeper.open();
    arrive("2025-01-31T16:01:00Z");

    assertThat(runs.fates())
        .containsExactly(
            "missed Asset Sync 08:00 of 2025-01-31T08:00:00Z,"
                + " Asset Sync 12:00 of 2025-01-31T12:00:00Z",
            "full Asset Sync 16:00 of 2025-01-31T16:00:00Z");
  }

  @Test
  void manyTimesMissed_areToldAsANumber() {
    keeper.open();
    arrive("2026-01-31T07:00:00Z");

    assertThat(runs.reports()).hasSize(1);
    assertThat(runs.reports().get(0).request().times()).hasSize(DueTimes.MAX_LISTED);
    assertThat(runs.reasons().get(0)).endsWith("; so were 460 times before");
  }

  @Test
  void timesOfSeveralEntries_startOneRunAndFullWins() {
    TimeKeeper both =
        keeper(
            "a",
            List.of(
                ScheduleEntry.changesEvery(Duration.ofMinutes(30)),
                ScheduleEntry.daily(LocalTime.of(8, 0))));
    both.open();
    set("2025-01-31T07:30:00Z");
    both.wake();
    set("2025-01-31T08:00:00Z");
    both.wake();

    assertThat(runs.fates())
        .containsExactly(
            "changes Asset Sync every 30m of 2025-01-31T07:30:00Z",
            "full Asset Sync every 30m of 2025-01-31T08:00:00Z,"
                + " Asset Sync 08:00 of 2025-01-31T08:00:00Z");
  }

  @Test
  void clockPutBack_repeatsNoRun() {
    keeper.open();
    arrive("2025-01-31T08:00:00Z");
    arrive("2025-01-31T07:30:00Z");
    arrive("2025-01-31T08:00:00Z");

    assertThat(runs.fates()).hasSize(1);
    assertThat(keeper.upcoming().get(0).name()).isEqualTo("Asset Sync 12:00");
  }

  @Test
  void runUnderWay_skipsTheTimeAndTheNextStillStarts() {
    keeper.open();
    runs.busyWhile(() -> true);
    arrive("2025-01-31T08:00:00Z");
    runs.busyWhile(() -> false);
    arrive("2025-01-31T12:00:00Z");

    assertThat(runs.fates())
        .containsExactly(
            "skipped Asset Sync 08:00 of 2025-01-31T08:00:00Z",
            "full Asset Sync 12:00 of 2025-01-31T12:00:00Z");
  }

  @Test
  void databaseDown_isTriedAgainWithinTheGrace() {
    keeper.open();
    runs.failWith(RecordedRuns.databaseDown());
    arrive("2025-01-31T08:00:00Z");
    checkIn("2025-01-31T08:00:05Z");
    runs.failWith(null);
    checkIn("2025-01-31T08:00:10Z");

    assertThat(runs.fates()).containsExactly("full Asset Sync 08:00 of 2025-01-31T08:00:00Z");
    assertThat(log.lines())
        .containsExactly("ERROR The schedule is held up and tries again: the database is down");
  }

  @Test
  void databaseDownForLong_isMissedWithTheReasonOnceItIsBack() {
    keeper.open();
    shared.fail(true);
    for (int minute = 0; minute <= 10; minute++) {
      checkIn("2025-01-31T08:%02d:00Z".formatted(minute));
    }
    assertThat(keeper.health().up()).isFalse();
    shared.fail(false);
    checkIn("2025-01-31T08:11:00Z");

    assertThat(runs.fates()).containsExactly("missed Asset Sync 08:00 of 2025-01-31T08:00:00Z");
    assertThat(runs.reasons())
        .containsExactly("it could not be started in time: the record of the schedule is away");
    assertThat(keeper.health().up()).isTrue();
  }

  @Test
  void bugOfTheTrigger_isTriedAgainToo() {
    keeper.open();
    runs.failWith(new IllegalStateException("planted"));
    arrive("2025-01-31T08:00:00Z");
    runs.failWith(null);
    checkIn("2025-01-31T08:00:05Z");

    assertThat(runs.fates()).hasSize(1);
  }

  @Test
  void killedAfterTheRecord_leavesNothingToDo() {
    keeper.open();
    shared.failSettling(true);
    arrive("2025-01-31T08:00:00Z");
    shared.failSettling(false);
    TimeKeeper survivor = keeper("b");
    survivor.open();
    survivor.wake();

    assertThat(runs.fates()).hasSize(1);
    assertThat(survivor.next()).contains(Instant.parse("2025-01-31T12:00:00Z"));
  }

  @Test
  void checkIn_leavesTimesToTheOneThatIsWokenForAWhile() {
    keeper.open();
    checkIn("2025-01-31T08:00:14.999Z");
    assertThat(runs.fates()).isEmpty();

    checkIn("2025-01-31T08:00:15Z");
    assertThat(runs.fates()).hasSize(1);
  }

  @Test
  void stoppedByAnother_startsAndShowsNothing() {
    TimeKeeper other = keeper("b");
    keeper.open();
    other.open();
    other.stop();
    set("2025-01-31T08:00:00Z");
    keeper.wake();

    assertThat(runs.fates()).isEmpty();
    assertThat(keeper.running()).isFalse();
    assertThat(keeper.upcoming()).isEmpty();
    assertThat(keeper.next()).isEmpty();
    assertThat(keeper.health()).isEqualTo(Health.up("stopped at 2025-01-31T07:00Z by b"));
  }

  @Test
  void timesWhileStopped_areMissedWithTheReasonWhenItIsStarted() {
    keeper.open();
    set("2025-01-31T07:59:00Z");
    keeper.stop();
    set("2025-01-31T12:01:00Z");
    keeper.start();
    keeper.wake();

    assertThat(runs.fates())
        .containsExactly(
            "missed Asset Sync 08:00 of 2025-01-31T08:00:00Z,"
                + " Asset Sync 12:00 of 2025-01-31T12:00:00Z");
    assertThat(runs.reasons())
        .containsExactly(
            "the schedule was stopped from 2025-01-31T07:59Z to 2025-01-31T12:01Z by a");
  }

  @Test
  void stopAtTheVeryMoment_recordsTheTime() {
    keeper.open();
    set("2025-01-31T08:00:00Z");
    keeper.stop();
    keeper.stop();

    assertThat(runs.reasons())
        .containsExactly("the schedule was stopped by a before it started a run");
  }

  @Test
  void restart_startsAStoppedSchedule() {
    keeper.open();
    keeper.stop();
    keeper.close();
    set("2025-01-31T08:01:00Z");
    TimeKeeper next = keeper("a");
    next.open();
    next.wake();

    assertThat(next.running()).isTrue();
    assertThat(runs.fates()).containsExactly("missed Asset Sync 08:00 of 2025-01-31T08:00:00Z");
  }

  @Test
  void restartWithinTheGrace_startsWhatCameMeanwhile() {
    keeper.open();
    keeper.close();
    set("2025-01-31T12:01:00Z");
    TimeKeeper next = keeper("a");
    next.open();
    next.wake();

    assertThat(runs.fates())
        .containsExactly(
            "missed Asset Sync 08:00 of 2025-01-31T08:00:00Z",
            "full Asset Sync 12:00 of 2025-01-31T12:00:00Z");
    assertThat(runs.reasons())
        .containsExactly("no instance was running, or none reached the database, when it was due");
  }

  @Test
  void stopsAndStarts_loseAndDoubleNothing() {
    keeper.open();
    Instant end = Instant.parse("2025-01-31T21:00:00Z");
    for (Instant at = clock.instant(); at.isBefore(end); at = at.plusSeconds(60)) {
      set(at.toString());
      keeper.start();
      keeper.wake();
      keeper.stop();
      keeper.stop();
      set(at.plusMillis(59_999).toString());
      keeper.start();
    }

    assertThat(runs.fates()).hasSize(4).allMatch(fate -> fate.startsWith("full"));
  }

  @Test
  void clockFurtherOffThanTheGrace_refusesToOpen() {
    shared.setAhead(Duration.ofMinutes(-6));

    assertThatThrownBy(keeper::open)
        .isInstanceOf(ClockOffException.class)
        .hasMessage(
            "The schedule cannot keep its times: this machine's clock is 360 s ahead of that of the"
                + " database's server; let a time server set both");
    assertThat(shared.joined()).isFalse();
  }

  @Test
  void clockSomewhatOff_isToldOnceAndInTheHealth() {
    shared.setAhead(Duration.ofSeconds(6));
    keeper.open();
    keeper.checkIn();

    assertThat(log.lines()).singleElement().asString().contains("6 s behind");
    assertThat(keeper.health().up()).isFalse();
  }

  @Test
  void clockThatJumpsAhead_startsNothing() {
    keeper.open();
    shared.setAhead(Duration.ofHours(-2));
    arrive("2025-01-31T08:00:00Z");

    assertThat(runs.fates()).isEmpty();
    assertThat(shared.state().settledUntil()).isBefore(Instant.parse("2025-01-31T08:00:00Z"));
  }

  @Test
  void clockAhead_givesUpNoTimeThatHasNotCome() {
    keeper.open();
    shared.setAhead(Duration.ofHours(-2));
    set("2025-01-31T09:00:00Z");
    keeper.stop();
    keeper.start();

    assertThat(runs.fates()).isEmpty();
  }

  @Test
  void clockBehindThatOfTheOthers_isNoAbsence() {
    TimeKeeper behind = keeper("b", Clock.offset(clock, Duration.ofSeconds(-40)));
    keeper.open();
    behind.open();
    behind.stop();
    keeper.close();
    keeper("a").open();

    assertThat(shared.state().running()).isFalse();
    assertThat(shared.state().instances()).hasSize(2);
  }

  @Test
  void timeThatOnlyOneInstanceKnows_isNotSettledByTheOthers() {
    TimeKeeper other =
        keeper("b", List.of(ScheduleEntry.cron("newer", RunMode.CHANGES, "30 */13 * * * ?")));
    keeper.open();
    other.open();
    for (int checkIns = 0; checkIns < 12 * 60 * 3; checkIns++) {
      clock.advance(Duration.ofSeconds(5));
      keeper.checkIn();
      other.checkIn();
    }

    assertThat(runs.fates()).contains("full Asset Sync 08:00 of 2025-01-31T08:00:00Z");
    assertThat(runs.fates().stream().filter(fate -> fate.startsWith("changes"))).hasSize(15);
  }

  @Test
  void closed_cannotBeOpenedAgain() {
    keeper.open();
    keeper.close();
    keeper.close();

    assertThat(keeper.running()).isFalse();
    assertThatThrownBy(keeper::start).hasMessage("the schedule is closed");
  }

  @Test
  void health_tellsTheNextTime() {
    assertThat(keeper.health().up()).isFalse();
    keeper.open();

    assertThat(keeper.health())
        .isEqualTo(Health.up("next is Asset Sync 08:00 of 2025-01-31T08:00Z"));
  }

  @Test
  void health_tellsThatNobodyLooksAfterIt() {
    keeper.open();
    set("2025-01-31T07:01:00.001Z");

    assertThat(keeper.health().detail())
        .isEqualTo("the schedule has not been looked after since 2025-01-31T07:00Z");
  }

  private void arrive(String instant) {
    set(instant);
    keeper.wake();
  }

  private void checkIn(String instant) {
    set(instant);
    keeper.checkIn();
  }

  private void set(String instant) {
    clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
  }

  private TimeKeeper keeper(String instance) {
    return keeper(instance, STANDARD);
  }

  private TimeKeeper keeper(String instance, List<ScheduleEntry> entries) {
    return keeper(instance, entries, clock);
  }

  private TimeKeeper keeper(String instance, Clock own) {
    return keeper(instance, STANDARD, own);
  }

  private TimeKeeper keeper(String instance, List<ScheduleEntry> entries, Clock own) {
    Timetable timetable = new Timetable(entries, ZoneId.of("UTC"));
    return new TimeKeeper(
        new Settlement(timetable, Duration.ofMinutes(5), runs, runs, shared), instance, own);
  }
}
