package io.assetsync.scheduler;

import io.assetsync.core.contract.SyncScheduleContract;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;

class QuartzScheduleContractTest implements SyncScheduleContract {

  private final SteppingClock clock = SteppingClock.standing(Samples.NOON);
  private final QuartzScheduler scheduler =
      new QuartzScheduler(
          SchedulerConfig.standard(ZoneId.of("Europe/Berlin")), new RecordingTrigger(), clock);

  @Override
  public Fixture stopped() {
    return new Fixture(scheduler, clock);
  }

  @AfterEach
  void close() {
    scheduler.close();
  }
}
