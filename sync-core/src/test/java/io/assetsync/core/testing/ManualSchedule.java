package io.assetsync.core.testing;

import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.ScheduleState.Instance;
import io.assetsync.core.run.SyncSchedule;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/** A schedule of daily times that starts no runs. Usable from any thread. Made stopped. */
public final class ManualSchedule implements SyncSchedule {

  private final Clock clock;
  private final ZoneId zone;
  private final List<LocalTime> times;
  private volatile boolean running;

  public ManualSchedule(Clock clock, ZoneId zone, LocalTime... times) {
    this.clock = clock;
    this.zone = zone;
    this.times = List.of(times);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean running() {
    return running;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public List<UpcomingRun> upcoming() {
    if (!running) {
      return List.of();
    }
    ZonedDateTime now = clock.instant().atZone(zone);
    return times.stream()
        .map(time -> new UpcomingRun("Asset Sync " + time, next(time, now), RunMode.FULL))
        .sorted(Comparator.comparing(UpcomingRun::at))
        .toList();
  }

  @Override
  public List<Instance> instances() {
    return List.of(new Instance("alone", clock.instant(), clock.instant()));
  }

  private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.with(time);
    return today.isAfter(now) ? today : now.plusDays(1).with(time);
  }
}
