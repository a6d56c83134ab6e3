package io.assetsync.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run with all its parts, as JSON shows it. */
record RunView(
    @JsonUnwrapped RunSummaryView summary, List<TypeView> types, List<ObjectionView> objections) {

  /** The number of findings of each kind that are shown for a type; the counts tell of the rest. */
  private static final int MAX_FINDINGS = 20;

  /** Shows a run; one that is under way has lasted until now. */
  static RunView of(RunReport report, Instant now) {
    return new RunView(
        RunSummaryView.of(report, now),
        report.types().stream().map(TypeView::of).toList(),
        report.objections().stream().map(ObjectionView::of).toList());
  }

  /** What a run did with one type. */
  record TypeView(
      String type,
      String completeness,
      String reason,
      @JsonUnwrapped CountsView counts,
      List<FindingView> findings,
      List<Long> heldIds) {

    private static TypeView of(TypeReport report) {
      return new TypeView(
          report.type(),
          report.reading().completeness(),
          report.reading().reason(),
          CountsView.of(report),
          Arrays.stream(Finding.Kind.values()).flatMap(kind -> findings(report, kind)).toList(),
          report.held().stream().boxed().toList());
    }

    private static Stream<FindingView> findings(TypeReport report, Finding.Kind kind) {
      return report.findings().stream()
          .filter(finding -> finding.kind() == kind)
          .limit(MAX_FINDINGS)
          .map(FindingView::of);
    }
  }

  /** Something about one row; without an id if that was unreadable. */
  record FindingView(String kind, @Nullable Long id, String detail) {

    private static FindingView of(Finding finding) {
      OptionalLong key = finding.key();
      return new FindingView(
          finding.kind().code(), key.isPresent() ? key.getAsLong() : null, finding.detail());
    }
  }

  /** A guard's reason. */
  record ObjectionView(String guard, String type, String effect, String reason) {

    private static ObjectionView of(Objection objection) {
      return new ObjectionView(
          objection.guard(),
          objection.type(),
          objection.effect().name().toLowerCase(Locale.ROOT),
          objection.reason());
    }
  }
}
