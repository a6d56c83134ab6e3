package io.assetsync.http;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunChanges.Cursor;
import io.assetsync.core.run.RunChanges.Filter;
import io.assetsync.core.run.RunChanges.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for changed rows, by a text too; then for no longer than a call should take. */
final class ChangeSearch {

  /** How many rows are looked at for a text at most, which takes about a tenth of a second. */
  static final int MAX_LOOKED_AT = 5_000;

  private static final int AT_A_TIME = 1_000;

  private final RunChanges changes;

  ChangeSearch(RunChanges changes) {
    this.changes = changes;
  }

  /**
   * Returns the next rows.
   *
   * @param text what their label or a changed value holds, in whatever case; empty if that does not
   *     matter. With a text there may be fewer rows than {@code max} and yet more to be found
   */
  Found find(RunId run, Filter filter, Optional<String> text, Cursor after, int max) {
    return text.map(wanted -> find(run, filter, wanted, after, max))
        .orElseGet(() -> page(changes.rows(run, filter, after, max + 1), max));
  }

  private static Found page(List<RowChange> rows, int max) {
    if (rows.size() <= max) {
      return new Found(rows, Optional.empty());
    }
    return new Found(rows.subList(0, max), Optional.of(Cursor.after(rows.get(max - 1))));
  }

  private Found find(RunId run, Filter filter, String text, Cursor after, int max) {
    List<RowChange> found = new ArrayList<>();
    Cursor place = after;
    for (int looked = 0; looked < MAX_LOOKED_AT; looked += AT_A_TIME) {
      List<RowChange> rows = changes.rows(run, filter, place, AT_A_TIME);
      for (RowChange row : rows) {
        if (row.holds(text)) {
          found.add(row);
        }
        if (found.size() == max) {
          return new Found(found, Optional.of(Cursor.after(row)));
        }
      }
      if (rows.size() < AT_A_TIME) {
        return new Found(found, Optional.empty());
      }
      place = Cursor.after(rows.get(rows.size() - 1));
    }
    return new Found(found, Optional.of(place));
  }

  /**
   * Rows, and where to go on.
   *
   * @param next empty if there are no more
   */
  record Found(List<RowChange> rows, Optional<Cursor> next) {}
}
