package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.scheduler.QuartzScheduler;
import io.assetsync.scheduler.SchedulerConfig;
import java.time.Clock;

/** Starts runs at their times. */
final class ScheduleModule extends AbstractModule {

  private final SchedulerConfig config;

  ScheduleModule(SchedulerConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  QuartzScheduler scheduler(SyncTrigger trigger, Clock clock) {
    return new QuartzScheduler(config, trigger, clock);
  }

  @Provides
  @Singleton
  SyncSchedule schedule(QuartzScheduler scheduler) {
    return scheduler;
  }
}
