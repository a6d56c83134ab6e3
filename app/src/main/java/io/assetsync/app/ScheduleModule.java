package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.scheduler.QuartzScheduler;
import io.assetsync.scheduler.ScheduleCluster;
import io.assetsync.scheduler.SchedulerConfig;
import java.time.Clock;

/** Starts runs at their times, together with the other instances on the database. */
final class ScheduleModule extends AbstractModule {

  private final SchedulerConfig config;
  private final String schema;
  private final String instance;

  /**
   * @param schema that of the database, which has Quartz' tables
   */
  ScheduleModule(SchedulerConfig config, String schema, String instance) {
    this.config = config;
    this.schema = schema;
    this.instance = instance;
  }

  @Provides
  @Singleton
  QuartzScheduler scheduler(
      SyncTrigger trigger,
      SyncService service,
      ScheduleLog log,
      PostgresDatabase database,
      Clock clock) {
    return QuartzScheduler.clustered(
        config,
        trigger,
        service,
        new ScheduleCluster(log, database.dataSource(), schema, instance),
        clock);
  }

  @Provides
  @Singleton
  SyncSchedule schedule(QuartzScheduler scheduler) {
    return scheduler;
  }

  @ProvidesIntoSet
  @Singleton
  HealthProbe probe(QuartzScheduler scheduler) {
    return scheduler.probe();
  }
}
