package io.assetsync.app;

import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Words for people, as the log and the command line use them. */
final class Words {

  private Words() {}

  /** Returns a duration such as {@code 0.3 s}, {@code 12 s} or {@code 4 min 5 s}. */
  static String of(Duration duration) {
    if (duration.toSeconds() < 10) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return duration.toMinutes() == 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  /** Returns what changed over all types, such as {@code 3 new, 12 changed, 0 gone}. */
  static String changes(RunReport report) {
    return changes(report.types());
  }

  /** Returns what changed over some types, as {@link #changes(RunReport)} does. */
  static String changes(List<TypeReport> types) {
    return sum(types, TypeReport.Changes::created)
        + " new, "
        + sum(types, TypeReport.Changes::updated)
        + " changed, "
        + sum(types, TypeReport.Changes::removed)
        + " gone, "
        + sum(types, TypeReport.Changes::held)
        + " held";
  }

  /**
   * Returns what was read of all types, such as {@code 26 kinds, 1200 rows, 2 unreadable, 60
   * calls}.
   */
  static String reading(RunReport report) {
    List<TypeReport.Reading> readings = report.types().stream().map(TypeReport::reading).toList();
    return count(readings.size(), "kind")
        + ", "
        + count(readings.stream().mapToLong(TypeReport.Reading::rows).sum(), "row")
        + ", "
        + readings.stream().mapToLong(TypeReport.Reading::rejected).sum()
        + " unreadable, "
        + count(readings.stream().mapToLong(TypeReport.Reading::calls).sum(), "call");
  }

  private static long sum(List<TypeReport> types, ToLongFunction<TypeReport.Changes> count) {
    return types.stream().map(TypeReport::changes).mapToLong(count).sum();
  }

  /** Returns a count with its noun, such as {@code 1 problem} or {@code 2 problems}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
