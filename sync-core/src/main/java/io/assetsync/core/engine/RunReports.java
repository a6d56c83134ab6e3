package io.assetsync.core.engine;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.policy.Verdict;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.store.UndoneRows;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Words a reviewed plan as reports. */
final class RunReports {

  private RunReports() {}

  /**
   * @param readings in the order of the plan's parts
   */
  static List<TypeReport> of(SyncPlan plan, Verdict verdict, List<TypeReading> readings) {
    List<TypeReport> reports = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      reports.add(of(plan.types().get(i), verdict, readings.get(i)));
    }
    return reports;
  }

  private static TypeReport of(TypePlan part, Verdict verdict, TypeReading reading) {
    KeySet removed = removals(part, verdict);
    KeySet held = part.absence().removable().minus(removed);
    KeySet unlisted = part.absence().unlisted().plus(reading.unlisted());
    List<Finding> findings =
        Stream.of(
                reading.findings(),
                findings(Finding.Kind.UNLISTED, unlisted),
                findings(Finding.Kind.HELD, held))
            .flatMap(found -> found)
            .limit(TypeReport.MAX_FINDINGS)
            .toList();
    RowCounts rows = part.rows();
    TypeReport.Changes changes =
        new TypeReport.Changes(
            rows.created(),
            rows.updated(),
            rows.refreshed(),
            removed.size(),
            held.size(),
            unlisted.size());
    return new TypeReport(
        part.type().name(),
        reading(part.completeness(), part.rows().read(), part.rows().rejected(), reading),
        changes,
        held,
        findings);
  }

  /** Words what was read by a run that has not come to a plan. */
  static TypeReport unplanned(TypeReading reading) {
    return new TypeReport(
        reading.type().name(),
        reading(reading.completeness(), reading.rows(), reading.rejected(), reading),
        TypeReport.Changes.NONE,
        KeySet.empty(),
        reading.findings().limit(TypeReport.MAX_FINDINGS).toList());
  }

  static TypeReport of(UndoneRows undone) {
    return new TypeReport(
        undone.type().name(),
        TypeReport.Reading.UNREAD,
        new TypeReport.Changes(0, undone.restored(), 0, undone.removed(), 0, 0),
        KeySet.empty(),
        List.of());
  }

  private static TypeReport.Reading reading(
      Completeness completeness, long rows, long rejected, TypeReading reading) {
    String word = "complete";
    String reason = "";
    if (completeness instanceof Completeness.Partial partial) {
      word = "partial";
      reason = "changes since " + partial.since();
    }
    if (completeness instanceof Completeness.Incomplete incomplete) {
      word = "incomplete";
      reason = incomplete.reason();
    }
    if (completeness instanceof Completeness.Forbidden forbidden) {
      word = "forbidden";
      reason = forbidden.reason();
    }
    return new TypeReport.Reading(
        word,
        reason,
        rows,
        rejected,
        reading.cost().calls(),
        reading.cost().bytes(),
        reading.took());
  }

  private static KeySet removals(TypePlan part, Verdict verdict) {
    return verdict instanceof Verdict.Approved approved
        ? approved.plan().removals(part)
        : KeySet.empty();
  }

  private static Stream<Finding> findings(Finding.Kind kind, KeySet keys) {
    return keys.first(TypeReport.MAX_FINDINGS).stream()
        .map(key -> new Finding(kind, OptionalLong.of(key.value()), ""));
  }
}
