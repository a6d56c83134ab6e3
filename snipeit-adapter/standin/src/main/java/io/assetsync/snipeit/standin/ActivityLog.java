package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the activity report as Snipe-IT does: much of what happens is never logged. The acting
 * user is always the first one, a superuser. Not safe for several threads; the estate sees to that.
 */
final class ActivityLog {

  private static final Set<String> LOGGED =
      Set.of("hardware", "users", "licenses", "accessories", "consumables", "components");
  private static final Set<String> LOGGED_WHEN_RESTORED =
      Set.of("models", "locations", "manufacturers");
  private static final Set<String> LOGGED_WITH_CHANGES = Set.of("hardware", "users", "consumables");

  /** When a save changes one of these, Snipe-IT takes it for a check-out or an audit. */
  private static final Set<String> NOT_AN_UPDATE =
      Set.of(
          "assigned_to",
          "next_audit_date",
          "last_checkout",
          "checkin_counter",
          "checkout_counter",
          "requests_counter");

  private final Tables tables;

  ActivityLog(Tables tables) {
    this.tables = tables;
  }

  void created(String kind, int id) {
    if (LOGGED.contains(kind)) {
      write("create", kind, id, Map.of());
    }
  }

  /** Columns that an edit changes, with the old and the new value, as texts. */
  Map<String, List<String>> changes(Row row, Map<String, ?> values) {
    Map<String, List<String>> changes = new LinkedHashMap<>();
    values.forEach(
        (column, value) -> {
          boolean plain = !(value instanceof Map) && !(value instanceof List);
          if (plain && !Objects.equals(row.get(column), value)) {
            changes.put(logged(column), List.of(text(row.get(column)), text(value)));
          }
        });
    return changes;
  }

  void updated(String kind, int id, Map<String, List<String>> changes) {
    if (!LOGGED.contains(kind)
        || changes.isEmpty()
        || changes.keySet().stream().anyMatch(NOT_AN_UPDATE::contains)) {
      return;
    }
    write(
        "update",
        kind,
        id,
        LOGGED_WITH_CHANGES.contains(kind) ? Map.of("log_meta", changes) : Map.of());
  }

  /** A deleted user is the target, too. */
  void deleted(String kind, int id) {
    if (LOGGED.contains(kind)) {
      write("delete", kind, id, kind.equals("users") ? target(kind, id) : Map.of());
    }
  }

  /** Twice, as measured. */
  void restored(String kind, int id) {
    if (LOGGED.contains(kind) || LOGGED_WHEN_RESTORED.contains(kind)) {
      write("restore", kind, id, Map.of());
      write("restore", kind, id, Map.of());
    }
  }

  /** The place of the activity is that of the target. */
  void checkedOut(
      String kind, int id, String targetKind, int target, Map<String, List<String>> changes) {
    Map<String, @Nullable Object> values = target(targetKind, target);
    values.put(
        "location_id",
        targetKind.equals("locations")
            ? target
            : tables.existing(targetKind, target).get("location_id"));
    values.put("log_meta", changes.isEmpty() ? null : changes);
    write("checkout", kind, id, values);
  }

  void checkedIn(
      String kind, int id, String targetKind, int target, Map<String, List<String>> changes) {
    Map<String, @Nullable Object> values = target(targetKind, target);
    values.put("log_meta", changes.isEmpty() ? null : changes);
    write("checkin from", kind, id, values);
  }

  void seats(String action, int license, String note) {
    write(action, "licenses", license, Map.of("note", note));
  }

  /** A purge takes the activities of an item along; of a user, those the user was the target of. */
  void purged(String kind, int id) {
    String type = Types.of(kind);
    if (!LOGGED.contains(kind) || type == null) {
      return;
    }
    String role = kind.equals("users") ? "target" : "item";
    tables.removeWhere(
        ActivityKind.PATH,
        row -> row.integer(role + "_id") == id && type.equals(row.text(role + "_type")));
  }

  private void write(String action, String kind, int id, Map<String, ?> more) {
    LocalDateTime now = tables.now();
    Map<String, @Nullable Object> row = new HashMap<>(more);
    row.put("action_type", action);
    row.put("item_type", Types.of(kind));
    row.put("item_id", id);
    row.put("company_id", company(kind, id, more));
    row.put("created_by", InventedCompany.FIRST_USER);
    row.put("created_at", now);
    row.put("updated_at", now);
    row.put("action_date", now);
    row.put("remote_ip", "127.0.0.1");
    row.put("user_agent", "Snipe-IT stand-in");
    row.put("action_source", "api");
    tables.table(ActivityKind.PATH).insert(row);
  }

  /** Fixed from now on: the target's, or the item's if there is no target. */
  private @Nullable Object company(String kind, int id, Map<String, ?> more) {
    if (more.get("target_type") instanceof String type
        && more.get("target_id") instanceof Integer target) {
      Row row = tables.table(Types.kind(type)).row(target);
      return row == null ? null : row.get("company_id");
    }
    return tables.existing(kind, id).get("company_id");
  }

  private static Map<String, @Nullable Object> target(String kind, int id) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("target_type", Types.of(kind));
    values.put("target_id", id);
    return values;
  }

  /** Custom fields are logged by their column's name of that day. */
  private String logged(String column) {
    if (!column.startsWith(CustomFields.COLUMN_PREFIX)) {
      return column;
    }
    int id = PhpValue.integer(column.substring(CustomFields.COLUMN_PREFIX.length()));
    Row field = tables.table("fields").row(id);
    return field == null ? column : CustomFields.columnName(field);
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    if (value instanceof LocalDateTime time) {
      return Formats.sql(time);
    }
    if (value instanceof BigDecimal money) {
      return money.toPlainString();
    }
    return value == null ? "" : value.toString();
  }
}
