package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.http.HttpServer;
import io.assetsync.http.Installation;
import io.assetsync.http.Metrics;
import io.assetsync.http.Services;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers calls. */
final class HttpModule extends AbstractModule {

  private final AppConfig config;
  private final Optional<Duration> freshnessLimit;

  HttpModule(AppConfig config) {
    this.config = config;
    this.freshnessLimit = config.notifications().freshnessLimit();
  }

  @ProvidesIntoSet
  @Singleton
  HealthProbe freshness(RunLog runs, Clock clock) {
    return new FreshnessProbe(runs, freshnessLimit, clock);
  }

  @Provides
  @Singleton
  HttpServer server(Services services, Set<HealthProbe> probes, Metrics metrics, Clock clock) {
    return new HttpServer(
        config.http(), services, List.copyOf(probes), metrics, installation(clock), clock);
  }

  @Provides
  @Singleton
  Services services(
      SyncTrigger trigger,
      RunLog runs,
      ActiveRuns activeRuns,
      RunChanges changes,
      MirrorContents contents,
      SyncSchedule schedule) {
    return new Services(
        trigger,
        runs,
        activeRuns,
        changes,
        contents,
        Optional.of(config.source().url()),
        schedule,
        freshnessLimit);
  }

  private Installation installation(Clock clock) {
    return new Installation(
        config.schedule().instanceAt(config.http().port()),
        clock.instant(),
        config.effective().stream()
            .map(
                setting ->
                    new Installation.Setting(
                        setting.key().name(),
                        setting.key().masking().shown(setting.value()),
                        setting.origin()))
            .toList());
  }
}
