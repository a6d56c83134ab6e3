package io.assetsync.core.testing;

import io.assetsync.core.contract.SyncScheduleContract;
import java.time.LocalTime;
import java.time.ZoneId;

final class ManualScheduleTest implements SyncScheduleContract {

  @Override
  public Fixture stopped() {
    SteppingClock clock = SteppingClock.standing(Samples.NOON);
    return new Fixture(
        new ManualSchedule(
            clock, ZoneId.of("Europe/Berlin"), LocalTime.of(8, 0), LocalTime.of(20, 0)),
        clock);
  }
}
