package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.Claims;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.store.AssetStore;
import io.assetsync.postgres.PostgresActiveRuns;
import io.assetsync.postgres.PostgresAssetStore;
import io.assetsync.postgres.PostgresClaims;
import io.assetsync.postgres.PostgresConfig;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.postgres.PostgresHealthProbe;
import io.assetsync.postgres.PostgresMirrorContents;
import io.assetsync.postgres.PostgresRunChanges;
import io.assetsync.postgres.PostgresRunLog;
import io.assetsync.postgres.PostgresScheduleLog;
import io.assetsync.postgres.Retention;
import java.time.Clock;

/** Keeps the mirror and the run log in PostgreSQL. */
final class StoreModule extends AbstractModule {

  private final PostgresConfig config;
  private final Retention retention;

  StoreModule(PostgresConfig config, Retention retention) {
    this.config = config;
    this.retention = retention;
  }

  @Provides
  @Singleton
  PostgresDatabase database() {
    return PostgresDatabase.connect(config);
  }

  @Provides
  @Singleton
  AssetStore store(PostgresDatabase database, Clock clock) {
    return new PostgresAssetStore(database, clock, retention);
  }

  @Provides
  @Singleton
  RunLog runs(PostgresDatabase database) {
    return new PostgresRunLog(database);
  }

  @Provides
  @Singleton
  ActiveRuns activeRuns(PostgresDatabase database) {
    return new PostgresActiveRuns(database);
  }

  @Provides
  @Singleton
  ScheduleLog scheduleLog(PostgresDatabase database) {
    return new PostgresScheduleLog(database);
  }

  @Provides
  @Singleton
  RunChanges runChanges(PostgresDatabase database) {
    return new PostgresRunChanges(database);
  }

  @Provides
  @Singleton
  MirrorContents contents(PostgresDatabase database) {
    return new PostgresMirrorContents(database);
  }

  @Provides
  @Singleton
  Claims claims(PostgresDatabase database) {
    return new PostgresClaims(database);
  }

  @ProvidesIntoSet
  @Singleton
  HealthProbe probe(PostgresDatabase database) {
    return new PostgresHealthProbe(database);
  }
}
