package io.assetsync.app;

import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.run.TypeReport.Changes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words what a run changed, kind by kind, in a few lines however many kinds there are: those with
 * the most changes one by one, the others together.
 */
final class ChangeLines {

  private static final int MAX_KINDS = 5;

  private ChangeLines() {}

  static List<String> of(RunReport report) {
    List<TypeReport> changed =
        report.types().stream()
            .filter(part -> total(part.changes()) > 0)
            .sorted(Comparator.comparingLong((TypeReport part) -> -total(part.changes())))
            .toList();
    int alone = changed.size() <= MAX_KINDS + 1 ? changed.size() : MAX_KINDS;
    List<String> lines = new ArrayList<>();
    changed.stream()
        .limit(alone)
        .forEach(part -> lines.add(part.type() + ": " + Words.changes(List.of(part))));
    if (alone < changed.size()) {
      List<TypeReport> rest = changed.subList(alone, changed.size());
      lines.add(rest.size() + " more kinds: " + Words.changes(rest));
    }
    return lines;
  }

  private static long total(Changes changes) {
    return changes.created() + changes.updated() + changes.removed() + changes.held();
  }
}
