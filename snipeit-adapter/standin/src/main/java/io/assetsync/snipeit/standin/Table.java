package io.assetsync.snipeit.standin;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind. Invented rows take no memory: their values are computed when they are read,
 * and only changed values are kept. Not safe for several threads; its estate sees to that.
 */
final class Table {

  private final Invention invention;
  private final Map<Integer, Map<String, @Nullable Object>> changes = new HashMap<>();
  private final BitSet gone = new BitSet();
  private int invented;
  private int lastId;

  /** Computes the value of a column of an invented row; null for a column it does not know. */
  @FunctionalInterface
  interface Invention {

    @Nullable Object value(int id, String column);
  }

  /** A table whose rows 1 to {@code invented} are computed. */
  Table(int invented, Invention invention) {
    this.invented = invented;
    this.invention = invention;
    this.lastId = invented;
  }

  static Table empty() {
    return new Table(0, (id, column) -> null);
  }

  /** Returns a table of its own with the same rows. */
  Table copy() {
    Table copy = new Table(invented, invention);
    changes.forEach((id, values) -> copy.changes.put(id, new HashMap<>(values)));
    copy.gone.or(gone);
    copy.lastId = lastId;
    return copy;
  }

  int insert(Map<String, ?> values) {
    lastId++;
    changes.put(lastId, new HashMap<>(values));
    return lastId;
  }

  /** The next row gets the id behind the highest that is there. */
  void forgetRemovedIds() {
    lastId = Math.max(0, gone.previousClearBit(lastId));
    invented = Math.min(invented, lastId);
    gone.clear(lastId + 1, Math.max(lastId + 1, gone.length()));
  }

  void update(int id, Map<String, ?> values) {
    changes.computeIfAbsent(id, ignored -> new HashMap<>()).putAll(values);
  }

  void remove(int id) {
    gone.set(id);
    changes.remove(id);
  }

  boolean contains(int id) {
    return id > 0 && id <= lastId && !gone.get(id);
  }

  int[] ids() {
    int[] ids = new int[lastId];
    int count = 0;
    for (int id = gone.nextClearBit(1); id <= lastId; id = gone.nextClearBit(id + 1)) {
      ids[count++] = id;
    }
    return Arrays.copyOf(ids, count);
  }

  @Nullable Row row(int id) {
    return contains(id) ? new TableRow(id, changes.get(id)) : null;
  }

  private final class TableRow implements Row {

    private final int id;
    private final @Nullable Map<String, @Nullable Object> changed;

    private TableRow(int id, @Nullable Map<String, @Nullable Object> changed) {
      this.id = id;
      this.changed = changed;
    }

    @Override
    public int id() {
      return id;
    }

    @Override
    public @Nullable Object get(String column) {
      if (column.equals("id")) {
        return id;
      }
      if (changed != null && changed.containsKey(column)) {
        return changed.get(column);
      }
      return id <= invented ? invention.value(id, column) : null;
    }
  }
}
