package io.assetsync.core.run;

import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs changed in the mirror, row by row and attribute by attribute.
 *
 * <p>Usable from any thread. Every method throws {@link io.assetsync.core.error.StoreException}
 * when that cannot be read.
 */
public interface RunChanges {

  /**
   * Returns how many rows a run changed, by type and operation, in the order of the types and of
   * the operations; none if it published nothing or is not known.
   */
  List<Count> counts(RunId run);

  /**
   * Returns changed rows in the order of type, operation and key.
   *
   * @param filter which rows are wanted
   * @param after where the page before ended; {@link Cursor#START} for the first
   * @param max the number of rows at most, from 1
   */
  List<RowChange> rows(RunId run, Filter filter, Cursor after, int max);

  /** What became of a row. */
  enum Operation {
    /** It is new in the mirror. */
    CREATED,
    /** Values of it became different. */
    UPDATED,
    /** The source has it no more. */
    REMOVED;

    /** Returns the name in lower case, as shown. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A number of changed rows.
   *
   * @param type the name of the type
   */
  record Count(String type, Operation operation, long rows) {}

  /**
   * Which rows are wanted: those that meet every condition that is given.
   *
   * @param type the name of their type
   * @param operation what became of them
   */
  record Filter(Optional<String> type, Optional<Operation> operation) {

    /** Every row. */
    public static final Filter NONE = new Filter(Optional.empty(), Optional.empty());
  }

  /**
   * The place right after a row.
   *
   * @param type the name of its type
   */
  record Cursor(String type, Operation operation, EntityKey key) {

    /** The place before every row. */
    public static final Cursor START =
        new Cursor("", Operation.CREATED, new EntityKey(Long.MIN_VALUE));

    /** The place right after a row. */
    public static Cursor after(RowChange row) {
      return new Cursor(row.type(), row.operation(), row.key());
    }
  }

  /**
   * A row that a run changed.
   *
   * @param type the name of its type
   * @param label what people call it; empty if it has no name
   * @param fields the attributes that became different, in their order, custom fields by name after
   *     the others; of a row that is new or was removed only {@code life_cycle}
   */
  record RowChange(
      String type, EntityKey key, String label, Operation operation, List<FieldChange> fields) {

    public RowChange {
      fields = List.copyOf(fields);
    }

    /** Tells whether the label or a changed value holds a text, in whatever case. */
    public boolean holds(String text) {
      String wanted = text.toLowerCase(Locale.ROOT);
      return Stream.concat(Stream.of(label), fields.stream().flatMap(FieldChange::values))
          .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }
  }

  /**
   * An attribute that became different. Things that are referred to are given by their names, where
   * they are known.
   *
   * @param attribute its name, or the name of a custom field
   * @param before empty if it had no value
   * @param after empty if it has no value
   */
  record FieldChange(String attribute, Optional<String> before, Optional<String> after) {

    private Stream<String> values() {
      return Stream.concat(before.stream(), after.stream());
    }
  }
}
