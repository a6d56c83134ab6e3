package io.assetsync.app;

import static java.util.stream.Collectors.joining;

import io.assetsync.core.event.PageStaged;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.event.TypeRead;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * Tells of a run in about ten lines: its start, what is wrong with a type, what changed, the
 * objections, its end.
 */
final class LoggingListener implements SyncListener {

  private static final String RUN = "run";
  private static final int MAX_WARNINGS = 5;
  private static final int MAX_TIMES = 3;
  private static final Set<Outcome> NEEDS_A_PERSON = Set.of(Outcome.HELD, Outcome.REFUSED);

  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.class);

  @Override
  public void runStarted(RunStarted event) {
    LOG.info(
        "Run {} starts ({}, asked for by {}): {}",
        event.run().id(),
        event.run().request().mode().code(),
        event.run().request().trigger(),
        task(event));
  }

  private static String task(RunStarted event) {
    RunRequest request = event.run().request();
    String kinds = Words.count(event.types().size(), "kind") + " from " + event.source();
    if (request.mode() == RunMode.UNDO) {
      return request.subject().map(run -> "run " + run + " and later ones").orElse("");
    }
    return kinds
        + request.approved().map(run -> "; may remove what run " + run + " held back").orElse("");
  }

  @Override
  public void pageStaged(PageStaged event) {
    LOG.debug("{}: page {}, {} rows", event.type(), event.pages(), event.rows());
  }

  @Override
  public void typeRead(TypeRead event) {
    boolean isComplete = isProved(event.completeness());
    LOG.atLevel(isComplete && event.rejects() == 0 ? Level.DEBUG : Level.INFO)
        .log(
            "{}: {}, {} unreadable, {} in {}{}",
            event.type(),
            Words.count(event.rows(), "row"),
            event.rejects(),
            Words.count(event.cost().calls(), "call"),
            Words.of(event.took()),
            shortcoming(event.completeness()));
  }

  private static boolean isProved(Completeness completeness) {
    return completeness instanceof Completeness.Complete
        || completeness instanceof Completeness.Partial;
  }

  /** Names what is wrong with a listing in a word; the objections at the end say why. */
  private static String shortcoming(Completeness completeness) {
    if (completeness instanceof Completeness.Incomplete) {
      return "; not proved complete";
    }
    return completeness instanceof Completeness.Forbidden ? "; forbidden" : "";
  }

  @Override
  public void timesMissed(TimesMissed event) {
    RunReport report = event.report();
    String reason = report.failure().map(Failure::message).orElse("no run started");
    about(report, () -> LOG.warn("Missed {}: {}", times(report), reason));
  }

  private static String times(RunReport report) {
    List<ScheduledTime> times = report.request().times();
    String shown =
        times.stream().limit(MAX_TIMES).map(ScheduledTime::toString).collect(joining(", "));
    return times.size() > MAX_TIMES
        ? shown + " and " + (times.size() - MAX_TIMES) + " more"
        : shown;
  }

  /** A run that never began, or whose process has ended, is told of outside of it. */
  private static void about(RunReport report, Runnable telling) {
    String before = MDC.get(RUN);
    MDC.put(RUN, report.id().toString());
    try {
      telling.run();
    } finally {
      restore(before);
    }
  }

  private static void restore(@Nullable String before) {
    if (before == null) {
      MDC.remove(RUN);
    } else {
      MDC.put(RUN, before);
    }
  }

  @Override
  public void runFinished(RunFinished event) {
    about(event.report(), () -> tellEnd(event));
  }

  private static void tellEnd(RunFinished event) {
    RunReport report = event.report();
    if (report.request().mode() != RunMode.UNDO && !report.types().isEmpty()) {
      LOG.info("Read: {}", Words.reading(report));
    }
    ChangeLines.of(report)
        .forEach(line -> LOG.info("{}{}", isPublished(report) ? "" : "Not published: ", line));
    tellFirst(
        report.types().stream().flatMap(LoggingListener::remarks).toList(),
        "more remarks; the run's record has them");
    tellFirst(
        report.objections().stream()
            .map(found -> found.type() + ": " + found.reason() + " (" + found.guard() + ")")
            .toList(),
        "more objections; the run's record has them");
    if (report.failure().isPresent()) {
      tellFailure(event, report.failure().get());
      return;
    }
    LOG.atLevel(NEEDS_A_PERSON.contains(report.outcome()) ? Level.WARN : Level.INFO)
        .log(
            "Run {} {} in {}{}: {}",
            report.id(),
            report.outcome().code(),
            Words.of(event.took()),
            isPublished(report) ? "" : ", not published",
            Words.changes(report));
  }

  private static boolean isPublished(RunReport report) {
    return report.outcome() != Outcome.REFUSED && report.outcome() != Outcome.PREVIEWED;
  }

  private static Stream<String> remarks(TypeReport part) {
    return part.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.REMARK)
        .map(finding -> part.type() + ": " + finding.detail());
  }

  private static void tellFirst(List<String> warnings, String rest) {
    warnings.stream().limit(MAX_WARNINGS).forEach(LOG::warn);
    if (warnings.size() > MAX_WARNINGS) {
      LOG.warn("{} {}", warnings.size() - MAX_WARNINGS, rest);
    }
  }

  private static String wish(RunReport report) {
    String trigger = "asked for by " + report.request().trigger();
    return report.request().times().isEmpty() ? trigger : trigger + ": " + times(report);
  }

  private static void tellFailure(RunFinished event, Failure failure) {
    RunReport report = event.report();
    String took = Words.of(event.took());
    if (failure.blame() == Failure.Blame.NOBODY) {
      LOG.warn(
          "Run {} {} after {}: {}{}",
          report.id(),
          report.outcome().code(),
          took,
          failure.message(),
          report.outcome() == Outcome.SKIPPED ? " (" + wish(report) + ")" : "");
      return;
    }
    LOG.error(
        "Run {} {} after {}: {}",
        report.id(),
        report.outcome().code(),
        took,
        failure.message(),
        event.thrown().orElse(null));
  }
}
