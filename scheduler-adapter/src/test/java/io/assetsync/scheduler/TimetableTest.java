package io.assetsync.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

  private static final List<LocalTime> FOUR_TIMES = SchedulerConfig.DEFAULT_TIMES;

  @Test
  void upcoming_isTheNextTimeOfEachEntrySoonestFirst() {
    Timetable timetable = timetable("Europe/Berlin", FOUR_TIMES);

    assertThat(timetable.upcoming(Instant.parse("2025-01-31T11:30:00Z")))
        .containsExactly(
            run("Asset Sync 16:00", "2025-01-31T16:00+01:00[Europe/Berlin]"),
            run("Asset Sync 20:00", "2025-01-31T20:00+01:00[Europe/Berlin]"),
            run("Asset Sync 08:00", "2025-02-01T08:00+01:00[Europe/Berlin]"),
            run("Asset Sync 12:00", "2025-02-01T12:00+01:00[Europe/Berlin]"));
  }

  @Test
  void upcoming_leavesOutTheVeryInstant() {
    Timetable timetable = timetable("UTC", List.of(LocalTime.of(8, 0)));

    assertThat(timetable.next(Instant.parse("2025-01-31T08:00:00Z")))
        .contains(Instant.parse("2025-02-01T08:00:00Z"));
    assertThat(timetable.next(Instant.parse("2025-01-31T07:59:59.999999999Z")))
        .contains(Instant.parse("2025-01-31T08:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks are put forward over the time: the instant of the change.
    "Europe/Berlin, 02:30, 2025-03-29T12:00:00Z, 2025-03-30T01:00:00Z",
    "Europe/Berlin, 02:00, 2025-03-29T12:00:00Z, 2025-03-30T01:00:00Z",
    "Europe/Berlin, 02:59, 2025-03-29T12:00:00Z, 2025-03-30T01:00:00Z",
    "Europe/Berlin, 03:00, 2025-03-29T12:00:00Z, 2025-03-30T01:00:00Z",
    "Europe/Berlin, 03:01, 2025-03-29T12:00:00Z, 2025-03-30T01:01:00Z",
    "America/New_York, 02:30, 2025-03-08T12:00:00Z, 2025-03-09T07:00:00Z",
    // The clocks are put back and show the time twice: the first.
    "Europe/Berlin, 02:30, 2025-10-25T12:00:00Z, 2025-10-26T00:30:00Z",
    "America/New_York, 01:30, 2025-11-01T12:00:00Z, 2025-11-02T05:30:00Z",
    // Between the first and the second showing: not again that day.
    "Europe/Berlin, 02:30, 2025-10-26T00:45:00Z, 2025-10-27T01:30:00Z",
    "America/New_York, 01:30, 2025-11-02T06:00:00Z, 2025-11-03T06:30:00Z",
    // The same wall time through both changes.
    "Europe/Berlin, 08:00, 2025-03-29T12:00:00Z, 2025-03-30T06:00:00Z",
    "Europe/Berlin, 08:00, 2025-10-25T12:00:00Z, 2025-10-26T07:00:00Z",
    // Midnight that does not exist, a day that does not exist, no clock changes at all.
    "America/Santiago, 00:00, 2025-09-06T12:00:00Z, 2025-09-07T04:00:00Z",
    "Pacific/Apia, 08:00, 2011-12-29T20:00:00Z, 2011-12-30T10:00:00Z",
    "Asia/Kolkata, 02:30, 2025-03-29T12:00:00Z, 2025-03-29T21:00:00Z",
  })
  void next_obeysTheClockChangesOfTheZone(
      ZoneId zone, LocalTime time, Instant after, Instant expected) {
    assertThat(timetable(zone.getId(), List.of(time)).next(after)).contains(expected);
  }

  @Test
  void due_isWhatLiesBetweenInOrder() {
    Timetable timetable = timetable("UTC", FOUR_TIMES);

    assertThat(
            timetable
                .due(Instant.parse("2025-01-31T12:00:00Z"), Instant.parse("2025-02-01T08:00:00Z"))
                .times())
        .extracting(run -> run.at().toInstant().toString())
        .containsExactly("2025-01-31T16:00:00Z", "2025-01-31T20:00:00Z", "2025-02-01T08:00:00Z");
  }

  @Test
  void due_isNothingWhenTheClockWentBack() {
    Instant noon = Instant.parse("2025-01-31T12:00:00Z");

    assertThat(timetable("UTC", FOUR_TIMES).due(noon, noon).isEmpty()).isTrue();
    assertThat(timetable("UTC", FOUR_TIMES).due(noon, noon.minusSeconds(86_400)).isEmpty())
        .isTrue();
  }

  @Test
  void due_mayHoldTwoEntriesOfOneInstant() {
    Timetable timetable =
        timetable("Europe/Berlin", List.of(LocalTime.of(2, 30), LocalTime.of(3, 0)));

    assertThat(
            timetable
                .due(Instant.parse("2025-03-30T00:00:00Z"), Instant.parse("2025-03-30T02:00:00Z"))
                .times())
        .extracting(UpcomingRun::name)
        .containsExactly("Asset Sync 02:30", "Asset Sync 03:00");
  }

  /** Three years are compared with a walk through them. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"})
  void due_overThreeYearsIsEachTimeOncePerDay(ZoneId zone) {
    List<LocalTime> times =
        List.of(LocalTime.of(1, 30), LocalTime.of(2, 0), LocalTime.of(2, 30), LocalTime.of(20, 0));
    Timetable timetable = timetable(zone.getId(), times);
    Instant end = Instant.parse("2028-01-01T00:00:00Z");
    List<Instant> visited = new ArrayList<>();
    Instant at = Instant.parse("2025-01-01T00:00:00Z");
    Set<Instant> expected =
        new TreeSet<>(Oracle.times(times, zone, at, end).stream().map(ScheduledTime::at).toList());
    int started = 0;
    for (Instant next = next(timetable, at); next.isBefore(end); next = next(timetable, at)) {
      visited.add(next);
      started += timetable.due(at, next).times().size();
      at = next;
    }

    assertThat(visited).containsExactlyElementsOf(expected);
    assertThat(started).isEqualTo((365 * 3) * times.size());
  }

  private static Timetable timetable(String zone, List<LocalTime> times) {
    return new Timetable(times.stream().map(ScheduleEntry::daily).toList(), ZoneId.of(zone));
  }

  private static Instant next(Timetable timetable, Instant after) {
    return timetable.next(after).orElseThrow();
  }

  private static UpcomingRun run(String name, String at) {
    return new UpcomingRun(name, ZonedDateTime.parse(at), RunMode.FULL);
  }
}
