package io.assetsync.notification;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.run.TypeReport.Changes;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run in numbers.
 *
 * @param code the kind of failure, such as {@code source.refused}; empty if it did not fail
 * @param changes the sums over all types
 * @param held the number of rows held back, by the name of their type; without zeros
 */
record RunSummary(
    RunId id,
    String mode,
    String outcome,
    Instant startedAt,
    Instant finishedAt,
    String code,
    Changes changes,
    Map<String, Long> held) {

  RunSummary {
    held = Collections.unmodifiableMap(new TreeMap<>(held));
  }

  /** Summarises a run that has ended. */
  static RunSummary of(RunReport report) {
    Map<String, Long> held = new TreeMap<>();
    for (TypeReport part : report.types()) {
      if (part.changes().held() > 0) {
        held.merge(part.type(), part.changes().held(), Long::sum);
      }
    }
    return new RunSummary(
        report.id(),
        report.request().mode().code(),
        report.outcome().code(),
        report.startedAt(),
        report.finishedAt().orElse(report.startedAt()),
        report.failure().map(Failure::code).orElse(""),
        report.types().stream().map(TypeReport::changes).reduce(Changes.NONE, RunSummary::plus),
        held);
  }

  private static Changes plus(Changes a, Changes b) {
    return new Changes(
        a.created() + b.created(),
        a.updated() + b.updated(),
        a.refreshed() + b.refreshed(),
        a.removed() + b.removed(),
        a.held() + b.held(),
        a.unlisted() + b.unlisted());
  }
}
