package io.assetsync.postgres.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The rounds of one number of assets, and their tables. */
final class Results {

  private final long assets;
  private final Map<Case, List<Measured>> rounds = new EnumMap<>(Case.class);
  private final List<Double> commits = new ArrayList<>();
  private final List<Double> locks = new ArrayList<>();

  Results(long assets) {
    this.assets = assets;
  }

  void add(Case measuredCase, Measured measured) {
    rounds.computeIfAbsent(measuredCase, ignored -> new ArrayList<>()).add(measured);
  }

  /** Adds what the commit of some changes took, and how long one of their rows was locked. */
  void addCommit(double commitSeconds, double lockedSeconds) {
    commits.add(commitSeconds);
    locks.add(lockedSeconds);
  }

  void print() {
    print(
        "%n%,d assets, median of %d rounds, JDK %s, heap limit %d MB%n%n",
        assets,
        of(Case.COPY).size(),
        Runtime.version().feature(),
        Runtime.getRuntime().maxMemory() >> 20);
    print(
        "| case | x COPY | lowest | highest | µs a row | rows written | WAL MB | peak heap MB |%n");
    print("|---|---|---|---|---|---|---|---|%n");
    rounds.forEach((measuredCase, all) -> printRow(measuredCase, Measured.median(all)));
    print(
        "%nRow by row / ours: first load %.1f, nothing changed %.1f%n",
        ratio(Case.UPSERT_FIRST, Case.FIRST, Results::middle),
        ratio(Case.UPSERT_AGAIN, Case.UNCHANGED, Results::middle));
    print(
        "WAL, nothing changed / first load: %.4f%n",
        (double) Measured.median(of(Case.UNCHANGED)).walBytes()
            / Measured.median(of(Case.FIRST)).walBytes());
    print(
        "Commit of the 1 %%: %.3f s, the longest %.3f s; one of its rows locked: %.3f s, the longest %.3f s%n",
        middle(commits), highest(commits), middle(locks), highest(locks));
  }

  private void printRow(Case measuredCase, Measured median) {
    print(
        "| %s | %.2f | %.2f | %.2f | %.1f | %s |%n",
        measuredCase,
        ratio(measuredCase, Case.COPY, Results::middle),
        ratio(measuredCase, Case.COPY, Results::lowest),
        ratio(measuredCase, Case.COPY, Results::highest),
        1e6 * median.seconds() / assets,
        measuredCase.isTimedOnly() ? "| |" : counts(median));
  }

  private static String counts(Measured median) {
    return "%d | %.1f | %d"
        .formatted(median.rowsWritten(), median.walBytes() / 1e6, median.peakHeapBytes() >> 20);
  }

  /** Prints what a row costs here, relative to what it costs there. */
  void printPerRow(Results smaller) {
    print("%nCost of a row at %,d assets / at %,d%n%n", assets, smaller.assets);
    print("| case | in time | in COPY |%n|---|---|---|%n");
    for (Case measuredCase : rounds.keySet()) {
      double here = Measured.median(of(measuredCase)).seconds() / assets;
      double there = Measured.median(smaller.of(measuredCase)).seconds() / smaller.assets;
      print(
          "| %s | %.2f | %.2f |%n",
          measuredCase,
          here / there,
          ratio(measuredCase, Case.COPY, Results::middle)
              / smaller.ratio(measuredCase, Case.COPY, Results::middle));
    }
  }

  /** Returns one of the ratios of the rounds: a round is compared with itself only. */
  private double ratio(Case one, Case other, ToDoubleFunction<List<Double>> choice) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of(one).size(); round++) {
      ratios.add(of(one).get(round).seconds() / of(other).get(round).seconds());
    }
    return choice.applyAsDouble(ratios);
  }

  private List<Measured> of(Case measuredCase) {
    return rounds.getOrDefault(measuredCase, List.of());
  }

  private static double lowest(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double highest(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
