package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.http.HttpConfig;
import io.assetsync.http.HttpServer;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Answers calls. */
final class HttpModule extends AbstractModule {

  private final HttpConfig config;

  HttpModule(HttpConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  HttpServer server(
      SyncTrigger trigger,
      RunLog runs,
      SyncSchedule schedule,
      Set<HealthProbe> probes,
      Clock clock) {
    return new HttpServer(config, trigger, runs, schedule, List.copyOf(probes), clock);
  }
}
