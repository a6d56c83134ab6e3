package io.assetsync.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import io.assetsync.app.metrics.ServiceMetrics;
import io.assetsync.core.engine.BackgroundTrigger;
import io.assetsync.core.engine.LostRuns;
import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.http.HttpConfig;
import io.assetsync.http.HttpServer;
import io.assetsync.http.Services;
import io.assetsync.notification.NotifyingListener;
import io.assetsync.postgres.PostgresConfig;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.scheduler.QuartzScheduler;
import io.assetsync.snipeit.SnipeItHealthProbe;
import io.assetsync.snipeit.SnipeItSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts put together and started in order. What it opens is closed with the {@link Resources}
 * it was given. Used by one thread.
 */
final class Application {

  /** How often runs are looked for whose process has ended. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final Resources resources;
  private final Injector parts;

  private Application(Resources resources, List<Module> modules) {
    this.resources = resources;
    this.parts = Guice.createInjector(modules);
  }

  /** Puts together what a run needs, and brings the database up to date. */
  static Application forRuns(AppConfig config, Resources resources) {
    return opened(config, resources, List.of());
  }

  /** As {@link #forRuns}, with schedule and HTTP. */
  static Application forService(AppConfig config, Resources resources) {
    return opened(
        config, resources, List.of(schedule(config), new HttpModule(config), new MetricsModule()));
  }

  private static Module schedule(AppConfig config) {
    return new ScheduleModule(
        config.schedule().times(),
        config.store().limits().schema(),
        config.schedule().instanceAt(config.http().port()));
  }

  private static Application opened(AppConfig config, Resources resources, List<Module> more) {
    PostgresConfig database = config.store().at(Databases.open(config.store(), resources));
    List<Module> modules =
        Stream.concat(
                Stream.of(
                    new ClockModule(),
                    new SourceModule(config.source()),
                    new StoreModule(database, config.store().retention()),
                    new EngineModule(config.guards()),
                    new NotificationModule(config.notifications(), config.source().transport())),
                more.stream())
            .toList();
    Application application = new Application(resources, modules);
    application.open();
    return application;
  }

  private void open() {
    resources.open(() -> parts.getInstance(PostgresDatabase.class)).migrate();
    resources.open(() -> parts.getInstance(NotifyingListener.class));
    resources.open(() -> parts.getInstance(SnipeItSource.class));
    resources.open(() -> parts.getInstance(BackgroundTrigger.class));
  }

  /** Does a run and waits for it; it is cancelled when the resources are closed. */
  RunReport sync(RunRequest request) {
    return parts.getInstance(SyncTrigger.class).trigger(request).report().join();
  }

  /**
   * Answers calls and starts runs at their times, until the resources are closed.
   *
   * @return where calls are answered
   */
  String serve(HttpConfig config) {
    HttpServer http = parts.getInstance(HttpServer.class);
    QuartzScheduler scheduler = parts.getInstance(QuartzScheduler.class);
    BackgroundTrigger trigger = parts.getInstance(BackgroundTrigger.class);
    parts.getInstance(SyncEngine.class).closeInterrupted();
    LostRuns lostRuns = parts.getInstance(LostRuns.class);
    resources.open(() -> Repeated.every(BETWEEN_LOOKS, "asset-sync-lost-runs", lostRuns::close));
    parts.getInstance(NotifyingListener.class).watchFreshness();
    resources.open(() -> parts.getInstance(SnipeItHealthProbe.class));
    resources.open(() -> () -> stop(http, scheduler, trigger));
    watchRuns();
    return resources.start(
        () -> {
          http.start();
          scheduler.open();
          http.refresh();
          return url(config, http.port());
        });
  }

  /** The schedule starts runs, which are counted, so the metrics get to know it last. */
  private void watchRuns() {
    ServiceMetrics metrics = resources.open(() -> parts.getInstance(ServiceMetrics.class));
    Services shown = parts.getInstance(Services.class);
    metrics.watchRuns(
        shown.runs(), shown.schedule(), shown.freshnessLimit(), parts.getInstance(Clock.class));
  }

  private static String url(HttpConfig config, int port) {
    String scheme = config.reach().tls().isPresent() ? "https://" : "http://";
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return scheme + host + ":" + port;
  }

  /** A call may wait for the run under way, so both end together: no new ones, then the run. */
  private static void stop(HttpServer http, QuartzScheduler scheduler, BackgroundTrigger trigger) {
    Thread calls = new Thread(http::close, "asset-sync-http-stop");
    calls.start();
    scheduler.close();
    trigger.close();
    try {
      calls.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
