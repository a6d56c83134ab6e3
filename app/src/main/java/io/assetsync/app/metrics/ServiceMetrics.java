package io.assetsync.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.core.event.SyncListener;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.ReadCost;
import io.assetsync.http.Metrics;
import io.assetsync.postgres.PoolUse;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * All numbers of the service. Made without I/O; what is to be counted is registered piece by piece.
 *
 * <p>Usable from any thread. Close it to end its thread.
 */
public final class ServiceMetrics implements Metrics, AutoCloseable {

  /** The ways of notifications that the service has. */
  private static final List<String> CHANNELS = List.of("webhook", "mail", "ping");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Counter requests;
  private final Histogram requestDurations;
  private final Counter notifications;
  private final RunMetrics runs;
  private volatile Optional<Outlook> outlook = Optional.empty();

  /**
   * @param version the version of the program
   */
  public ServiceMetrics(AssetSource source, String version) {
    JvmMetrics.builder().register(registry);
    Info.builder()
        .name("asset_sync_build_info")
        .help("The version of the program.")
        .labelNames("version")
        .register(registry)
        .addLabelValues(version);
    requests =
        Counter.builder()
            .name("asset_sync_http_requests_total")
            .help("Requests answered, by call and class of status.")
            .labelNames("call", "status")
            .register(registry);
    requestDurations =
        Histogram.builder()
            .name("asset_sync_http_request_duration_seconds")
            .help("From a request's arrival to its answer, by call.")
            .unit(Unit.SECONDS)
            .labelNames("call")
            .classicOnly()
            .classicUpperBounds(0.005, 0.025, 0.1, 0.5, 2.5, 10, 60)
            .register(registry);
    notifications =
        Counter.builder()
            .name("asset_sync_notifications_total")
            .help("Notifications by way and what became of them.")
            .labelNames("channel", "outcome")
            .register(registry);
    CHANNELS.forEach(this::watchChannel);
    runs = new RunMetrics(source.types(), registry);
  }

  /** Returns what counts runs. */
  public SyncListener runs() {
    return runs;
  }

  /** Tells what calls to the source have cost so far. */
  public void watchSource(Supplier<ReadCost> cost) {
    counter(
        "asset_sync_source_calls_total",
        "Calls to Snipe-IT, repeated ones included.",
        cost,
        ReadCost::calls);
    counter(
        "asset_sync_source_received_bytes_total",
        "Size of the answers from Snipe-IT.",
        cost,
        ReadCost::bytes);
    counter(
        "asset_sync_source_waited_seconds_total",
        "Time spent waiting for the rate that Snipe-IT grants, or between attempts.",
        cost,
        spent -> spent.waited().toMillis() / 1000.0);
  }

  /** Tells how the connections to the database are used. */
  public void watchPool(Supplier<PoolUse> pool) {
    GaugeWithCallback.builder()
        .name("asset_sync_pool_connections")
        .help("Connections to the database, by what they do.")
        .labelNames("state")
        .callback(
            callback -> {
              PoolUse use = pool.get();
              callback.call(use.active(), "active");
              callback.call(use.idle(), "idle");
            })
        .register(registry);
    gauge("asset_sync_pool_waiting", "Threads that wait for a connection.", pool, PoolUse::waiting);
    gauge(
        "asset_sync_pool_max_connections",
        "How many connections there may be.",
        pool,
        PoolUse::max);
  }

  /**
   * Tells what all instances on the database share.
   *
   * @param limit the age from which the mirror is stale, if there is one
   */
  public void watchRuns(
      RunLog runLog, SyncSchedule schedule, Optional<Duration> limit, Clock clock) {
    Outlook watched = new Outlook(runLog, schedule);
    outlook = Optional.of(watched);
    new SharedMetrics(watched, clock, registry).register(limit);
  }

  /**
   * Makes a way of notifications known, so that its counters are there with zero.
   *
   * @param channel its name in a word, one of a few
   */
  public void watchChannel(String channel) {
    List.of("sent", "failed", "dropped")
        .forEach(what -> notifications.initLabelValues(channel, what));
  }

  /**
   * Counts a notification.
   *
   * @param channel as in {@link #watchChannel}
   * @param outcome {@code sent}, {@code failed} or {@code dropped}
   */
  public void notified(String channel, String outcome) {
    notifications.labelValues(channel, outcome).inc();
  }

  @Override
  public void answered(String call, int status, Duration took) {
    requests.labelValues(call, status / 100 + "xx").inc();
    requestDurations.labelValues(call).observe(took.toNanos() / 1e9);
  }

  @Override
  public String contentType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }

  @Override
  public String text() {
    outlook.ifPresent(Outlook::refresh);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      writer.write(text, registry.scrape(), EscapingScheme.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(UTF_8);
  }

  @Override
  public void close() {
    outlook.ifPresent(Outlook::close);
  }

  private <T> void counter(
      String name, String help, Supplier<T> source, ToDoubleFunction<T> value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(source.get())))
        .register(registry);
  }

  private <T> void gauge(String name, String help, Supplier<T> source, ToDoubleFunction<T> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(source.get())))
        .register(registry);
  }
}
