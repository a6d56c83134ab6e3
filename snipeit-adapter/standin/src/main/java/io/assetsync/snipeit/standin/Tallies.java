package io.assetsync.snipeit.standin;

import java.util.HashMap;
import java.util.Map;

/** The counts of one version of the content, for one company scope. Safe for several threads. */
final class Tallies {

  private final Map<Tally, Map<Integer, Integer>> counts = new HashMap<>();

  synchronized Map<Integer, Integer> of(Tally tally, View view) {
    Map<Integer, Integer> known = counts.get(tally);
    if (known != null) {
      return known;
    }
    Map<Integer, Integer> fresh = count(tally, view);
    counts.put(tally, fresh);
    return fresh;
  }

  private static Map<Integer, Integer> count(Tally tally, View view) {
    Map<Integer, Integer> counts = new HashMap<>();
    Kind kind = Kinds.named(tally.kind());
    for (int id : view.content().ids(tally.kind())) {
      Row row = view.content().row(tally.kind(), id);
      if (row == null || row.deleted() || !view.sees(kind, row)) {
        continue;
      }
      if (tally.target().of(row, view) instanceof Integer target
          && tally.counted().test(row, view)) {
        counts.merge(target, tally.weight().applyAsInt(row), Integer::sum);
      }
    }
    return counts;
  }
}
