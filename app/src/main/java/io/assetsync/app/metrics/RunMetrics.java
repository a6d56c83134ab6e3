package io.assetsync.app.metrics;

import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Counts what the runs of this process did. What an alert may ask for is there with zero from the
 * start, because a counter that appears with one has not increased.
 */
final class RunMetrics implements SyncListener {

  private static final Set<Outcome> PUBLISHED =
      Set.of(Outcome.APPLIED, Outcome.UNCHANGED, Outcome.HELD);

  /** Those that a run of the service can have; the others are no end, or that of a preview. */
  private static final List<Outcome> ENDS =
      List.of(
          Outcome.APPLIED,
          Outcome.UNCHANGED,
          Outcome.HELD,
          Outcome.REFUSED,
          Outcome.SKIPPED,
          Outcome.CANCELLED,
          Outcome.FAILED,
          Outcome.INTERRUPTED);

  /** Nobody knows when a run that was interrupted ended, and a skipped one never began. */
  private static final Set<Outcome> WITHOUT_DURATION = Set.of(Outcome.SKIPPED, Outcome.INTERRUPTED);

  private static final List<String> CHANGES =
      List.of("created", "updated", "refreshed", "removed", "held", "unlisted", "rejected");

  private static final String HTTP = "http";
  private static final String OTHER = "other";
  private static final Set<String> TRIGGERS = Set.of(RunRequest.SCHEDULE, HTTP);

  private final Counter runs;
  private final Histogram durations;
  private final Counter rows;
  private final Counter missed;

  RunMetrics(List<EntityType> types, PrometheusRegistry registry) {
    runs =
        Counter.builder()
            .name("asset_sync_runs_total")
            .help("Runs that have ended, as this instance saw it.")
            .labelNames("outcome", "mode", "trigger")
            .register(registry);
    durations =
        Histogram.builder()
            .name("asset_sync_run_duration_seconds")
            .help("How long the runs of this instance took.")
            .unit(Unit.SECONDS)
            .labelNames("mode")
            .classicOnly()
            .classicUpperBounds(1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 10800)
            .register(registry);
    rows =
        Counter.builder()
            .name("asset_sync_rows_total")
            .help("Rows of the mirror that the runs of this instance changed or did not.")
            .labelNames("kind", "change")
            .register(registry);
    missed =
        Counter.builder()
            .name("asset_sync_times_missed_total")
            .help("Times of the schedule that passed without a run, as this instance recorded.")
            .register(registry);
    begin(types);
  }

  private void begin(List<EntityType> types) {
    for (RunMode mode : List.of(RunMode.FULL, RunMode.CHANGES)) {
      durations.initLabelValues(mode.code());
      for (Outcome outcome : ENDS) {
        TRIGGERS.forEach(trigger -> runs.initLabelValues(outcome.code(), mode.code(), trigger));
      }
    }
    for (EntityType type : types) {
      CHANGES.forEach(change -> rows.initLabelValues(type.name(), change));
    }
  }

  @Override
  public void timesMissed(TimesMissed event) {
    missed.inc(Math.max(1, event.report().request().times().size()));
  }

  @Override
  public void runFinished(RunFinished event) {
    RunReport report = event.report();
    String mode = report.request().mode().code();
    runs.labelValues(report.outcome().code(), mode, trigger(report.request())).inc();
    if (!WITHOUT_DURATION.contains(report.outcome())) {
      durations.labelValues(mode).observe(seconds(event.took()));
    }
    report.types().forEach(part -> count(part, PUBLISHED.contains(report.outcome())));
  }

  private void count(TypeReport part, boolean isPublished) {
    add(part, "rejected", part.reading().rejected());
    if (!isPublished) {
      return;
    }
    TypeReport.Changes changes = part.changes();
    add(part, "created", changes.created());
    add(part, "updated", changes.updated());
    add(part, "refreshed", changes.refreshed());
    add(part, "removed", changes.removed());
    add(part, "held", changes.held());
    add(part, "unlisted", changes.unlisted());
  }

  private void add(TypeReport part, String change, long number) {
    rows.labelValues(part.type(), change).inc(number);
  }

  /** An embedder's words could be any. */
  private static String trigger(RunRequest request) {
    return TRIGGERS.contains(request.trigger()) ? request.trigger() : OTHER;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
