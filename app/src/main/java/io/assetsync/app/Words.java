package io.assetsync.app;

import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

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
    return sum(report, TypeReport.Changes::created)
        + " new, "
        + sum(report, TypeReport.Changes::updated)
        + " changed, "
        + sum(report, TypeReport.Changes::removed)
        + " gone, "
        + sum(report, TypeReport.Changes::held)
        + " held";
  }

  private static long sum(RunReport report, ToLongFunction<TypeReport.Changes> count) {
    return report.types().stream().map(TypeReport::changes).mapToLong(count).sum();
  }

  /** Returns a count with its noun, such as {@code 1 problem} or {@code 2 problems}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns one item a line, indented, after a line break. */
  static String list(List<?> items) {
    return items.stream().map(item -> "\n  " + item).collect(Collectors.joining());
  }
}
