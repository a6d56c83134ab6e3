package io.assetsync.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.scheduler.Oracle.Fate;
import io.assetsync.scheduler.Oracle.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three years of a schedule with up to three instances, to which everything happens that may: late
 * wakes, clocks that change and jump, processes that end at any moment, stops, starts, runs under
 * way, and a database that is away.
 */
class ThreeYearsTest {

  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2028-01-01T00:00:00Z");

  /** One step may lead that far beyond the end. */
  private static final Duration LAST_STEP = Duration.ofDays(4);

  /** Longer than some times are apart, so that several start one run. */
  private static final Duration GRACE = Duration.ofMinutes(20);

  private static final List<LocalTime> TIMES =
      List.of(LocalTime.of(1, 30), LocalTime.of(2, 15), LocalTime.of(2, 30), LocalTime.of(20, 0));

  @AutoClose private final LogLines quiet = new LogLines(TimeKeeper.class);

  private final SteppingClock clock = SteppingClock.standing(BEGIN);
  private final RecordedRuns runs = new RecordedRuns(clock);
  private final SharedLog shared = new SharedLog(clock);
  private final List<TimeKeeper> instances = new ArrayList<>();
  private int opened;

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 1",
    "Europe/Berlin, 2",
    "America/New_York, 3",
    "America/New_York, 4",
    "Australia/Lord_Howe, 5"
  })
  void everyTime_hasTheFateItShouldHave(ZoneId zone, long seed) {
    Oracle oracle = new Oracle(Oracle.times(TIMES, zone, BEGIN, END.plus(LAST_STEP)), GRACE);
    live(new Timetable(TIMES.stream().map(ScheduleEntry::daily).toList(), zone), oracle, seed);

    Map<String, Fate> fates = new TreeMap<>();
    for (RunReport run : runs.reports()) {
      for (ScheduledTime time : run.request().times()) {
        assertThat(fates.put(time.toString(), fate(run))).as("earlier record of " + time).isNull();
      }
    }
    assertThat(fates.entrySet()).containsExactlyElementsOf(oracle.fates().entrySet());
    assertThat(fates).hasSizeGreaterThan(TIMES.size() * 365 * 3 - TIMES.size());
    assertThat(fates.values()).contains(Fate.values());
    assertThat(runs.reports()).hasSizeLessThan(fates.size());
  }

  private void live(Timetable timetable, Oracle oracle, long seed) {
    Random random = new Random(seed);
    open(timetable);
    while (clock.instant().isBefore(END)) {
      clock.advance(step(timetable, random));
      Trouble trouble = random.nextInt(8) == 0 ? anyOf(Trouble.values(), random) : Trouble.NONE;
      look(trouble, random.nextInt(20) == 0, oracle);
      if (trouble == Trouble.NONE) {
        act(random.nextInt(40), timetable, oracle, random);
      }
    }
    oracle.start(clock.instant());
    instances.get(0).start();
    look(Trouble.NONE, false, oracle);
  }

  /** Half of the time it goes to the next time of the schedule or a little later. */
  private Duration step(Timetable timetable, Random random) {
    int kind = random.nextInt(100);
    if (kind == 0) {
      return Duration.ofSeconds(-random.nextInt(3600));
    }
    if (kind < 50) {
      return Duration.ofSeconds(random.nextInt(6 * 3600));
    }
    Instant next = timetable.next(clock.instant()).orElseThrow();
    return Duration.between(clock.instant(), next).plusSeconds(random.nextInt(1700));
  }

  private void look(Trouble trouble, boolean busy, Oracle oracle) {
    runs.busyWhile(() -> busy);
    shared.fail(trouble == Trouble.NOTHING_REACHED);
    shared.failSettling(trouble == Trouble.NOT_SETTLED);
    runs.failWith(trouble == Trouble.NOT_RECORDED ? RecordedRuns.databaseDown() : null);
    for (TimeKeeper instance : instances) {
      oracle.look(clock.instant(), trouble, busy);
      instance.checkIn();
      instance.wake();
    }
    shared.fail(false);
    shared.failSettling(false);
    runs.failWith(null);
  }

  private void act(int what, Timetable timetable, Oracle oracle, Random random) {
    TimeKeeper any = instances.get(random.nextInt(instances.size()));
    switch (what) {
      case 0 -> killAllAndRestart(timetable, oracle, random);
      case 1 -> {
        any.close();
        instances.remove(any);
        restartIfNone(timetable, oracle);
      }
      case 2 -> {
        if (instances.size() < 3) {
          open(timetable);
        }
      }
      case 3, 4 -> {
        clock.advance(Duration.ofSeconds(random.nextInt(3600)));
        oracle.stop(clock.instant());
        any.stop();
      }
      case 5, 6, 7, 8 -> {
        oracle.start(clock.instant());
        any.start();
      }
      default -> {}
    }
  }

  private void killAllAndRestart(Timetable timetable, Oracle oracle, Random random) {
    instances.clear();
    clock.advance(TimeKeeper.PRESENCE.plusSeconds(1 + random.nextInt(200_000)));
    restartIfNone(timetable, oracle);
  }

  private void restartIfNone(Timetable timetable, Oracle oracle) {
    if (instances.isEmpty()) {
      oracle.start(clock.instant());
      open(timetable);
    }
  }

  private void open(Timetable timetable) {
    opened++;
    TimeKeeper instance =
        new TimeKeeper(
            new Settlement(timetable, GRACE, runs, runs, shared), "instance " + opened, clock);
    instance.open();
    instances.add(instance);
  }

  private static Trouble anyOf(Trouble[] troubles, Random random) {
    return troubles[random.nextInt(troubles.length)];
  }

  private static Fate fate(RunReport run) {
    return switch (run.outcome()) {
      case SKIPPED -> Fate.SKIPPED;
      case MISSED ->
          run.failure().orElseThrow().message().startsWith("the schedule was stopped")
              ? Fate.STOPPED
              : Fate.LATE;
      default -> Fate.RUN;
    };
  }
}
