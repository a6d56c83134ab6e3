package io.assetsync.snipeit.standin;

import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/**
 * How many rows of a kind point at a row of another. One instance for each count that is shown.
 *
 * @param target the id a row points at
 * @param counted which live rows count
 * @param weight for how many a row counts
 */
record Tally(
    String kind, SortKey target, BiPredicate<Row, View> counted, ToIntFunction<Row> weight) {

  Tally(String kind, SortKey target, BiPredicate<Row, View> counted) {
    this(kind, target, counted, row -> 1);
  }

  static Tally of(String kind, String column) {
    return new Tally(kind, SortKey.column(column), (row, view) -> true);
  }
}
