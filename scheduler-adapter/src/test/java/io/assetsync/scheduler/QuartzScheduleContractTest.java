package io.assetsync.scheduler;

import io.assetsync.core.contract.SyncScheduleContract;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;

class QuartzScheduleContractTest implements SyncScheduleContract {

  private final SteppingClock clock = SteppingClock.standing(Samples.NOON);
  private final RecordedRuns runs = new RecordedRuns(clock);
  private final QuartzScheduler scheduler =
      QuartzScheduler.inMemory(
          SchedulerConfig.standard(ZoneId.of("Europe/Berlin")), runs, runs, clock);

  @Override
  public Fixture stopped() {
    return new Fixture(scheduler, clock);
  }

  @AfterEach
  void close() {
    scheduler.close();
  }
}
