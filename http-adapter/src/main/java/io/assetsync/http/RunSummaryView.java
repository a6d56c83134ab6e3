package io.assetsync.http;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.ScheduledTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run without its parts, as JSON shows it in lists. */
record RunSummaryView(
    long id,
    String trigger,
    String mode,
    boolean acceptSource,
    @Nullable Long subjectRun,
    String outcome,
    String startedAt,
    @Nullable String finishedAt,
    double durationSeconds,
    Map<String, Double> phases,
    List<TimeView> times,
    CountsView totals,
    @Nullable FailureView failure) {

  static RunSummaryView of(RunReport report, Instant now) {
    Duration lasted = Duration.between(report.startedAt(), report.finishedAt().orElse(now));
    return new RunSummaryView(
        report.id().value(),
        report.request().trigger(),
        report.request().mode().code(),
        report.request().acceptsSource(),
        report.request().subject().map(RunId::value).orElse(null),
        report.outcome().code(),
        Views.text(report.startedAt()),
        report.finishedAt().map(Views::text).orElse(null),
        Views.seconds(lasted),
        phases(report),
        report.request().times().stream().map(TimeView::of).toList(),
        report.types().stream().map(CountsView::of).reduce(CountsView.NONE, CountsView::plus),
        report.failure().map(FailureView::of).orElse(null));
  }

  private static Map<String, Double> phases(RunReport report) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Phase phase : Phase.values()) {
      Duration took = report.phases().get(phase);
      if (took != null) {
        seconds.put(phase.code(), Views.seconds(took));
      }
    }
    return seconds;
  }

  /** A time of the schedule that a run is for. */
  record TimeView(String name, String at) {

    private static TimeView of(ScheduledTime time) {
      return new TimeView(time.name(), Views.text(time.at()));
    }
  }

  /** Why a run did not end well. */
  record FailureView(String blame, String code, String message) {

    private static FailureView of(Failure failure) {
      return new FailureView(
          failure.blame().name().toLowerCase(Locale.ROOT), failure.code(), failure.message());
    }
  }
}
