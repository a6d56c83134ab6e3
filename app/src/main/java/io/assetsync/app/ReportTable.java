package io.assetsync.app;

import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A run's report as text: a line on the whole, and a table of counts with a row for each kind. */
final class ReportTable {

  private static final List<String> HEADINGS =
      List.of(
          "kind", "read", "new", "changed", "refreshed", "gone", "held", "unlisted", "rejected");

  private static final String GAP = "  ";

  private ReportTable() {}

  static String of(RunReport report) {
    StringBuilder text = new StringBuilder(headline(report)).append('\n');
    report
        .objections()
        .forEach(
            objection ->
                text.append(objection.type()).append(": ").append(objection.reason()).append('\n'));
    if (!report.types().isEmpty()) {
      table(report.types()).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static String headline(RunReport report) {
    Duration took =
        Duration.between(report.startedAt(), report.finishedAt().orElse(report.startedAt()));
    return "Run " + report.id() + " " + report.outcome().code() + " in " + Words.of(took);
  }

  private static List<String> table(List<TypeReport> types) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    types.forEach(type -> rows.add(row(type.type(), counts(type))));
    rows.add(row("total", totals(types)));
    int[] widths =
        IntStream.range(0, HEADINGS.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(String name, long[] counts) {
    return Stream.concat(Stream.of(name), LongStream.of(counts).mapToObj(Long::toString)).toList();
  }

  private static long[] totals(List<TypeReport> types) {
    return IntStream.range(0, HEADINGS.size() - 1)
        .mapToLong(column -> types.stream().mapToLong(type -> counts(type)[column]).sum())
        .toArray();
  }

  /** Returns the counts in the order of the headings. */
  private static long[] counts(TypeReport type) {
    TypeReport.Changes changes = type.changes();
    return new long[] {
      type.reading().rows(),
      changes.created(),
      changes.updated(),
      changes.refreshed(),
      changes.removed(),
      changes.held(),
      changes.unlisted(),
      type.reading().rejected()
    };
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(pad(cells.get(0), -widths[0]));
    for (int column = 1; column < widths.length; column++) {
      line.append(GAP).append(pad(cells.get(column), widths[column]));
    }
    return line.toString();
  }

  /** Fills with spaces: before the text, or after it if the width is negative. */
  private static String pad(String text, int width) {
    String spaces = " ".repeat(Math.abs(width) - text.length());
    return width < 0 ? text + spaces : spaces + text;
  }
}
