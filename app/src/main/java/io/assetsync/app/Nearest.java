package io.assetsync.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Nearest {

  private Nearest() {}

  /** Returns the candidate with the fewest edits, if there are no more than {@code maxEdits}. */
  static Optional<String> to(String name, Collection<String> candidates, int maxEdits) {
    return candidates.stream()
        .filter(candidate -> edits(name, candidate) <= maxEdits)
        .min(Comparator.comparingInt(candidate -> edits(name, candidate)));
  }

  /** Counts characters to insert, delete, replace or swap with their neighbour. */
  static int edits(String from, String to) {
    int[][] costs = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, from, to, i, j);
      }
    }
    return costs[from.length()][to.length()];
  }

  private static int cost(int[][] costs, String from, String to, int i, int j) {
    char last = from.charAt(i - 1);
    int replaced = costs[i - 1][j - 1] + (last == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && last == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, costs[i - 2][j - 2] + 1) : best;
  }
}
