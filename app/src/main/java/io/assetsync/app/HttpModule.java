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
import io.assetsync.http.HttpConfig;
import io.assetsync.http.HttpServer;
import io.assetsync.http.Metrics;
import io.assetsync.http.Services;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers calls. */
final class HttpModule extends AbstractModule {

  private final HttpConfig config;
  private final URI sourcePages;
  private final Optional<Duration> freshnessLimit;

  /**
   * @param sourcePages where Snipe-IT shows its pages to people
   * @param freshnessLimit the age from which the mirror is stale; empty if it never is
   */
  HttpModule(HttpConfig config, URI sourcePages, Optional<Duration> freshnessLimit) {
    this.config = config;
    this.sourcePages = sourcePages;
    this.freshnessLimit = freshnessLimit;
  }

  @ProvidesIntoSet
  @Singleton
  HealthProbe freshness(RunLog runs, Clock clock) {
    return new FreshnessProbe(runs, freshnessLimit, clock);
  }

  @Provides
  @Singleton
  HttpServer server(Services services, Set<HealthProbe> probes, Metrics metrics, Clock clock) {
    return new HttpServer(config, services, List.copyOf(probes), metrics, clock);
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
        Optional.of(sourcePages),
        schedule,
        freshnessLimit);
  }
}
