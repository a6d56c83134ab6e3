package io.assetsync.http;

import io.assetsync.core.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How things stand, as JSON shows it.
 *
 * @param at the moment for which ages and durations are given
 * @param staleSince null while it is up to date; else since when nothing newer is known
 */
record StatusView(
    String at,
    @Nullable String staleSince,
    @Nullable ActiveRunView activeRun,
    @Nullable RunSummaryView lastRun,
    FreshnessView freshness,
    SchedulerView schedule) {

  static StatusView of(
      StatusFacts facts, ScheduleView schedule, Optional<Duration> freshnessLimit, Instant now) {
    return new StatusView(
        Views.text(now),
        null,
        facts.active().map(run -> ActiveRunView.of(run, facts.progress(), now)).orElse(null),
        facts.last().map(run -> RunSummaryView.of(run, now)).orElse(null),
        FreshnessView.of(facts.lastSuccess(), freshnessLimit, now),
        SchedulerView.of(schedule));
  }

  /** Returns the same, known to be out of date. */
  StatusView staleSince(Instant readAt) {
    return new StatusView(at, Views.text(readAt), activeRun, lastRun, freshness, schedule);
  }

  /**
   * How old the mirror is.
   *
   * @param lastSuccess null before the first run that did all it was asked for
   * @param limitSeconds null if there is no limit
   * @param fresh null if there is no limit; false before the first such run
   */
  record FreshnessView(
      @Nullable SuccessView lastSuccess,
      @Nullable Double ageSeconds,
      @Nullable Double limitSeconds,
      @Nullable Boolean fresh) {

    private static FreshnessView of(
        Optional<RunReport> lastSuccess, Optional<Duration> limit, Instant now) {
      Optional<Duration> age =
          lastSuccess.flatMap(RunReport::finishedAt).map(end -> Duration.between(end, now));
      return new FreshnessView(
          lastSuccess.map(SuccessView::of).orElse(null),
          age.map(Views::seconds).orElse(null),
          limit.map(Views::seconds).orElse(null),
          limit.map(max -> age.isPresent() && age.get().compareTo(max) <= 0).orElse(null));
    }
  }

  /** The run that the mirror is as fresh as. */
  record SuccessView(long id, @Nullable String finishedAt) {

    private static SuccessView of(RunReport run) {
      return new SuccessView(run.id().value(), run.finishedAt().map(Views::text).orElse(null));
    }
  }

  /**
   * Whether runs start by themselves.
   *
   * @param next null if none does
   */
  record SchedulerView(boolean running, String timezone, ScheduleView.@Nullable UpcomingView next) {

    private static SchedulerView of(ScheduleView schedule) {
      return new SchedulerView(
          schedule.schedulerRunning(),
          schedule.timezone(),
          schedule.upcoming().isEmpty() ? null : schedule.upcoming().get(0));
    }
  }
}
