package io.assetsync.app;

import io.assetsync.core.event.PageStaged;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.event.TypeRead;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells of a run in about ten lines: its start, what is wrong with a type, what changed, the
 * objections, its end.
 */
final class LoggingListener implements SyncListener {

  private static final int MAX_WARNINGS = 5;

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
    LOG.warn(
        "{}: {}",
        event.report().request().trigger(),
        event.report().failure().map(Failure::message).orElse("times of the schedule were missed"));
  }

  @Override
  public void runFinished(RunFinished event) {
    RunReport report = event.report();
    if (report.request().mode() != RunMode.UNDO && !report.types().isEmpty()) {
      LOG.info("Read: {}", Words.reading(report));
    }
    ChangeLines.of(report).forEach(LOG::info);
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
    LOG.info(
        "Run {} {} in {}: {}",
        report.id(),
        report.outcome().code(),
        Words.of(event.took()),
        Words.changes(report));
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

  private static void tellFailure(RunFinished event, Failure failure) {
    RunReport report = event.report();
    String took = Words.of(event.took());
    if (failure.blame() == Failure.Blame.NOBODY) {
      LOG.warn(
          "Run {} {} after {}: {}", report.id(), report.outcome().code(), took, failure.message());
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
