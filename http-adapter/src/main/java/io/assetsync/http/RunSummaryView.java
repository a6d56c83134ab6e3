package io.assetsync.http;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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
        text(report.startedAt()),
        report.finishedAt().map(RunSummaryView::text).orElse(null),
        Math.max(0, lasted.toMillis()) / 1000.0,
        report.types().stream().map(CountsView::of).reduce(CountsView.NONE, CountsView::plus),
        report.failure().map(FailureView::of).orElse(null));
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Why a run did not end well. */
  record FailureView(String blame, String code, String message) {

    private static FailureView of(Failure failure) {
      return new FailureView(
          failure.blame().name().toLowerCase(Locale.ROOT), failure.code(), failure.message());
    }
  }
}
