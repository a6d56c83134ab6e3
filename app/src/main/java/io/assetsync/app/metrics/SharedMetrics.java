package io.assetsync.app.metrics;

import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** Tells what every instance on one database tells alike, also after a restart. */
final class SharedMetrics {

  private static final List<Outcome> ENDS =
      List.of(
          Outcome.APPLIED,
          Outcome.UNCHANGED,
          Outcome.HELD,
          Outcome.REFUSED,
          Outcome.CANCELLED,
          Outcome.FAILED,
          Outcome.INTERRUPTED);

  private final Outlook outlook;
  private final Clock clock;
  private final Instant begun;
  private final PrometheusRegistry registry;

  SharedMetrics(Outlook outlook, Clock clock, PrometheusRegistry registry) {
    this.outlook = outlook;
    this.clock = clock;
    this.begun = clock.instant();
    this.registry = registry;
  }

  /**
   * @param limit the age from which the mirror is stale, if there is one
   */
  void register(Optional<Duration> limit) {
    number("asset_sync_database_up", "Whether the database told what follows.", this::up);
    time(
        "asset_sync_last_success_timestamp_seconds",
        "When the last run ended that did all it was asked for; 0 if there was none.",
        SharedFacts::lastSuccess);
    number(
        "asset_sync_freshness_age_seconds",
        "How long ago the last successful run ended; without one, how long this process runs.",
        this::age);
    limit.ifPresent(
        age ->
            number(
                "asset_sync_freshness_limit_seconds",
                "The age from which the mirror is stale.",
                age::toSeconds));
    number(
        "asset_sync_scheduler_running",
        "Whether runs start at their times.",
        () -> outlook.facts().scheduleRuns() ? 1 : 0);
    time(
        "asset_sync_next_run_timestamp_seconds",
        "When the next run of the schedule starts; 0 while the schedule is stopped.",
        SharedFacts::next);
    time(
        "asset_sync_active_run_start_timestamp_seconds",
        "When the run under way began; 0 if there is none.",
        SharedFacts::active);
    gauge(
        "asset_sync_last_run",
        "1 for how the last run ended that was no preview, 0 for the other ways.",
        this::lastOutcome,
        "outcome");
    gauge(
        "asset_sync_last_full_run_rows",
        "What the last full run found of each kind.",
        this::lastRows,
        "kind",
        "found");
  }

  private double up() {
    return outlook.isUp() ? 1 : 0;
  }

  private double age() {
    Instant since = outlook.facts().lastSuccess().orElse(begun);
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  private void lastOutcome(GaugeWithCallback.Callback callback) {
    Optional<Outcome> last = outlook.facts().lastEnded().map(RunReport::outcome);
    ENDS.forEach(
        outcome -> callback.call(last.filter(outcome::equals).isPresent() ? 1 : 0, outcome.code()));
  }

  private void lastRows(GaugeWithCallback.Callback callback) {
    List<TypeReport> parts = outlook.facts().lastFull().map(RunReport::types).orElse(List.of());
    for (TypeReport part : parts) {
      callback.call((double) part.reading().rows(), part.type(), "read");
      callback.call((double) part.reading().rejected(), part.type(), "rejected");
      callback.call((double) part.changes().held(), part.type(), "held");
    }
  }

  private void time(String name, String help, Function<SharedFacts, Optional<Instant>> time) {
    number(
        name,
        help,
        () -> time.apply(outlook.facts()).map(at -> at.toEpochMilli() / 1000.0).orElse(0.0));
  }

  private void number(String name, String help, DoubleSupplier value) {
    gauge(name, help, callback -> callback.call(value.getAsDouble()));
  }

  private void gauge(
      String name, String help, Consumer<GaugeWithCallback.Callback> values, String... labels) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .callback(values)
        .register(registry);
  }
}
