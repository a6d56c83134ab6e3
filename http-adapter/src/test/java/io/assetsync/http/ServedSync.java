package io.assetsync.http;

import io.assetsync.core.engine.BackgroundTrigger;
import io.assetsync.core.engine.LocalActiveRuns;
import io.assetsync.core.engine.RunMonitor;
import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.testing.FixedProbe;
import io.assetsync.core.testing.InMemoryMirrorContents;
import io.assetsync.core.testing.InMemoryRunChanges;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.ManualSchedule;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A server on a free port, with the engine in memory behind it. */
final class ServedSync implements AutoCloseable {

  /** How no service is set up. */
  static final Installation INSTALLATION =
      new Installation(
          "alone",
          Samples.NOON,
          List.of(
              new Installation.Setting(
                  "SNIPEIT_API_URL", "https://assets.example.org", ".env line 3"),
              new Installation.Setting("SNIPEIT_TOKEN", "***", "environment")));

  private static final HealthProbe DATABASE =
      new FixedProbe("database", Health.up("PostgreSQL 17.11"));

  private final InMemorySync sync = new InMemorySync(CompanyAttributes.TYPE);
  private final RunMonitor monitor = new RunMonitor(sync.runs(), sync.clock());
  private final LocalActiveRuns activeRuns = new LocalActiveRuns(sync.runs());
  private final BackgroundTrigger trigger =
      new BackgroundTrigger(
          sync.telling(monitor).engine(), Duration.ofSeconds(30), activeRuns, monitor);
  private final ManualSchedule schedule =
      new ManualSchedule(
          SteppingClock.standing(Samples.NOON),
          ZoneId.of("Europe/Berlin"),
          LocalTime.of(8, 0),
          LocalTime.of(20, 0));
  private final Estate estate = new Estate();
  private final CountedAnswers metrics = new CountedAnswers();
  private final HttpServer server;
  private final HttpCalls calls;

  ServedSync() {
    this(Duration.ofSeconds(20));
  }

  ServedSync(HealthProbe... probes) {
    this(Duration.ofSeconds(20), probes);
  }

  ServedSync(Duration stopTimeout) {
    this(stopTimeout, DATABASE);
  }

  private ServedSync(Duration stopTimeout, HealthProbe... probes) {
    this(
        stopTimeout,
        HttpConfig.DEFAULT,
        SteppingClock.standing(Samples.NOON.plusSeconds(60)),
        probes);
  }

  /** Serves with a configuration, at a free port. */
  ServedSync(HttpConfig config, Clock clock) {
    this(Duration.ofSeconds(20), config, clock, DATABASE);
  }

  private ServedSync(Duration stopTimeout, HttpConfig base, Clock clock, HealthProbe... probes) {
    HttpConfig config =
        base.withAddress(base.host(), 0).withTimeouts(Duration.ofMillis(500), stopTimeout);
    server =
        new HttpServer(
            config,
            new Services(
                trigger,
                sync.runs(),
                activeRuns,
                new InMemoryRunChanges(sync.store()),
                new InMemoryMirrorContents(estate.store(), sync.runs()),
                Optional.of(URI.create("https://assets.example.org")),
                schedule,
                Optional.of(Duration.ofHours(13))),
            List.of(probes),
            metrics,
            INSTALLATION,
            clock);
    server.start();
    calls = new HttpCalls(server.port());
  }

  HttpCalls calls() {
    return calls;
  }

  HttpServer server() {
    return server;
  }

  InMemorySync sync() {
    return sync;
  }

  /** Returns what the calls for assets and totals show, which is apart from what runs read. */
  Estate estate() {
    return estate;
  }

  CountedAnswers metrics() {
    return metrics;
  }

  ManualSchedule schedule() {
    return schedule;
  }

  BackgroundTrigger trigger() {
    return trigger;
  }

  @Override
  public void close() {
    trigger.close();
    server.close();
  }
}
