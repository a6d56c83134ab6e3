package io.assetsync.notification;

import static java.util.stream.Collectors.joining;

import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.ScheduledTime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts into words what has happened. Usable from any thread. */
final class Notices {

  private static final int SHOWN = 3;

  private final Clock clock;
  private final Optional<URI> pageUrl;

  Notices(Clock clock, Optional<URI> pageUrl) {
    this.clock = clock;
    this.pageUrl = pageUrl;
  }

  /** Tells of a run that ended badly or did all it was asked for. */
  Notice ofRun(NoticeKind kind, RunReport report) {
    RunSummary run = RunSummary.of(report);
    String name = "Run " + run.id();
    return switch (kind) {
      case FAILURE ->
          ofRun(kind, run, name + " " + run.outcome(), failure(report), failureAdvice(report));
      case REFUSAL ->
          ofRun(
              kind,
              run,
              name + " was refused",
              "The guards refused the run, and nothing was published: " + objections(report),
              "Look at the run; where the reason is known and right, do what the reason says.");
      case HELD -> ofRun(kind, run, name + " held something back", held(run, report), advice(run));
      case RECOVERY ->
          ofRun(
              kind,
              run,
              "Syncs succeed again",
              name + " did all it was asked for, after trouble before.",
              "");
      case SUCCESS -> ofRun(kind, run, name + " " + run.outcome(), "The run ended well.", "");
      case MISSED, STALENESS, TEST -> throw new IllegalArgumentException(kind + " is no end");
    };
  }

  /**
   * Tells of scheduled times that passed without a run.
   *
   * @param report the record of those times
   */
  Notice missed(RunReport report) {
    List<ScheduledTime> times = report.request().times();
    String named =
        times.stream()
            .limit(SHOWN)
            .map(time -> time.name() + " (" + shown(time.at()) + ")")
            .collect(joining(", "));
    return ofRun(
        NoticeKind.MISSED,
        RunSummary.of(report),
        "Scheduled times were missed",
        "No run started at " + named + more(times.size()) + ".",
        "See whether the service was down or stopped then; start a run if the next is far off.");
  }

  /** Tells that the last success is older than it may be. */
  Notice stale(Optional<RunReport> lastSuccess, Duration limit) {
    String since = lastSuccess.map(Notices::lastSuccess).orElse("No run has succeeded yet");
    return notice(
        NoticeKind.STALENESS,
        "The mirror is stale",
        since + "; the limit is " + shown(limit) + ".",
        "See whether runs fail or do not start: GET /sync/runs and GET /sync/schedule.");
  }

  /** Tells that there was a success again after a staleness. */
  Notice freshAgain(RunReport lastSuccess) {
    return notice(
        NoticeKind.RECOVERY, "The mirror is fresh again", lastSuccess(lastSuccess) + ".", "");
  }

  Notice test() {
    return notice(NoticeKind.TEST, "Test", "Asset Sync can reach you here: a person tried it.", "");
  }

  private static String lastSuccess(RunReport report) {
    return "The last success was run "
        + report.id()
        + ", which ended at "
        + shown(report.finishedAt().orElse(report.startedAt()));
  }

  private static String failure(RunReport report) {
    return report.failure().map(Failure::message).map(Notices::sentence).orElse("The run failed.");
  }

  private static String failureAdvice(RunReport report) {
    return switch (report.failure().map(Failure::blame).orElse(Failure.Blame.BUG)) {
      case SOURCE ->
          "Look after Snipe-IT; the mirror stays as it was, and the next run tries again.";
      case STORE -> "Look after the database; the next run tries again.";
      case NOBODY -> "The next run starts afresh; if this was no restart, look at the log.";
      case BUG -> "Report it with the log of the run; the mirror stays as it was.";
    };
  }

  private static String held(RunSummary run, RunReport report) {
    String rows =
        run.held().entrySet().stream()
            .map(held -> held.getValue() + " of " + held.getKey())
            .collect(joining(", "));
    return run.held().isEmpty()
        ? "The run published what was proved: " + objections(report)
        : "The run kept rows that are no longer listed (" + rows + "): " + objections(report);
  }

  private static String advice(RunSummary run) {
    return run.held().isEmpty()
        ? "Look at the reason, and do what it says."
        : "If they are really gone: asset-sync sync --approve "
            + run.id()
            + ", or POST /sync/runs/"
            + run.id()
            + "/approval.";
  }

  private static String objections(RunReport report) {
    List<Objection> all = report.objections();
    return all.stream()
            .limit(SHOWN)
            .map(objection -> objection.type() + ": " + objection.reason())
            .collect(joining("; "))
        + more(all.size())
        + ".";
  }

  private static String more(int size) {
    return size > SHOWN ? " and " + (size - SHOWN) + " more" : "";
  }

  private Notice ofRun(NoticeKind kind, RunSummary run, String title, String text, String advice) {
    return new Notice(
        UUID.randomUUID(),
        kind,
        run.finishedAt(),
        title,
        text,
        advice,
        Optional.of(run),
        pageUrl.map(url -> below(url, "/sync/runs/" + run.id())));
  }

  private Notice notice(NoticeKind kind, String title, String text, String advice) {
    return new Notice(
        UUID.randomUUID(), kind, clock.instant(), title, text, advice, Optional.empty(), pageUrl);
  }

  private static URI below(URI url, String path) {
    return URI.create(url.toString().replaceFirst("/+$", "") + path);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static String shown(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String shown(Duration limit) {
    return limit.toMinutes() % 60 == 0 ? limit.toHours() + " h" : limit.toMinutes() + " min";
  }
}
