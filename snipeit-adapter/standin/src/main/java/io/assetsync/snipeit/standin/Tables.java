package io.assetsync.snipeit.standin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an estate and the effects that Snipe-IT's actions have on them. Not safe for
 * several threads; the estate sees to that.
 */
final class Tables {

  private final Map<String, Table> tables;
  private final Clock clock;
  private final ActivityLog log = new ActivityLog(this);
  private final Seats seats = new Seats(this);
  private final Handouts handouts = new Handouts(this);

  Tables(Map<String, Table> tables, Clock clock) {
    this.tables = Map.copyOf(tables);
    this.clock = clock;
  }

  /** Returns tables of their own with the same rows. */
  Tables copy() {
    Map<String, Table> copies = new HashMap<>();
    tables.forEach((kind, table) -> copies.put(kind, table.copy()));
    return new Tables(copies, clock);
  }

  void forgetRemovedIds() {
    tables.values().forEach(Table::forgetRemovedIds);
  }

  Table table(String kind) {
    return Objects.requireNonNull(tables.get(kind), kind);
  }

  ActivityLog log() {
    return log;
  }

  Seats seats() {
    return seats;
  }

  Handouts handouts() {
    return handouts;
  }

  Row existing(String kind, int id) {
    Row row = table(kind).row(id);
    if (row == null) {
      throw new NoSuchElementException("No row " + id + " in " + kind);
    }
    return row;
  }

  int create(String kind, Map<String, ?> values) {
    Map<String, Object> row = new HashMap<>(values);
    row.putIfAbsent("created_at", now());
    row.putIfAbsent("updated_at", now());
    row.putIfAbsent("created_by", InventedCompany.FIRST_USER);
    int id = table(kind).insert(row);
    if (kind.equals("licenses")) {
      seats.resize(id, existing(kind, id).integer("seats"));
    }
    log.created(kind, id);
    return id;
  }

  void edit(String kind, int id, Map<String, ?> values) {
    Row row = existing(kind, id);
    Map<String, @Nullable Object> edited = new HashMap<>(values);
    if (kind.equals("hardware") && values.containsKey("rtd_location_id")) {
      edited.putIfAbsent("location_id", values.get("rtd_location_id"));
    }
    if (kind.equals("licenses") && values.get("seats") instanceof Integer wanted) {
      seats.resize(id, wanted);
    }
    Map<String, List<String>> changes = log.changes(row, edited);
    stamp(kind, id, edited);
    log.updated(kind, id, changes);
    if (kind.equals("users") && values.containsKey("location_id")) {
      moveAssetsOf(id, values.get("location_id"));
    }
  }

  void delete(String kind, int id) {
    Row row = existing(kind, id);
    if (!Kinds.named(kind).softDeletes()) {
      remove(kind, id);
      return;
    }
    if (kind.equals("hardware") && AssetStatus.assigned(row)) {
      takeBack(id);
    }
    if (kind.equals("licenses")) {
      seats.deleteAll(id);
    }
    stamp(kind, id, Map.of("deleted_at", now()));
    log.deleted(kind, id);
  }

  void restore(String kind, int id) {
    existing(kind, id);
    stamp(kind, id, column("deleted_at", null));
    log.restored(kind, id);
  }

  void purge(String kind, int id) {
    existing(kind, id);
    if (kind.equals("hardware")) {
      removeWhere("maintenances", maintenance -> maintenance.integer("asset_id") == id);
    }
    remove(kind, id);
    log.purged(kind, id);
  }

  /** Removes a row and all rows that belong to it. */
  private void remove(String kind, int id) {
    for (Kind other : Kinds.all()) {
      Kind.Parent parent = other.parent();
      if (parent != null && parent.kind().equals(kind)) {
        removeWhere(other.path(), row -> row.integer(parent.column()) == id);
      }
    }
    table(kind).remove(id);
  }

  void purgeDeleted() {
    for (Kind kind : Kinds.all()) {
      if (kind.softDeletes()) {
        for (Row row : rowsWhere(kind.path(), Row::deleted)) {
          if (table(kind.path()).contains(row.id())) {
            purge(kind.path(), row.id());
          }
        }
      }
    }
  }

  /** The rows of a kind that meet a condition, in the order of ids. */
  List<Row> rowsWhere(String kind, Predicate<Row> condition) {
    List<Row> rows = new ArrayList<>();
    for (int id : table(kind).ids()) {
      Row row = existing(kind, id);
      if (condition.test(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  void removeWhere(String kind, Predicate<Row> condition) {
    rowsWhere(kind, condition).forEach(row -> table(kind).remove(row.id()));
  }

  void handOut(int asset, String type, int target, @Nullable Object location) {
    Row row = existing("hardware", asset);
    Map<String, @Nullable Object> values = column("location_id", location);
    values.put("assigned_to", target);
    values.put("assigned_type", type);
    values.put("last_checkout", now());
    values.put("checkout_counter", row.integer("checkout_counter") + 1);
    Map<String, List<String>> changes = log.changes(row, column("location_id", location));
    stamp("hardware", asset, values);
    log.checkedOut("hardware", asset, Types.kind(type), target, changes);
  }

  void takeBack(int asset) {
    Row row = existing("hardware", asset);
    Map<String, @Nullable Object> values = column("location_id", row.get("rtd_location_id"));
    values.put("assigned_to", null);
    values.put("assigned_type", null);
    values.put("expected_checkin", null);
    values.put("last_checkin", now());
    values.put("checkin_counter", row.integer("checkin_counter") + 1);
    Map<String, List<String>> changes =
        log.changes(row, column("location_id", row.get("rtd_location_id")));
    String type = row.text("assigned_type");
    int target = row.integer("assigned_to");
    stamp("hardware", asset, values);
    if (type != null) {
      log.checkedIn("hardware", asset, Types.kind(type), target, changes);
    }
  }

  void archive(int asset) {
    existing("hardware", asset);
    Table labels = table("statuslabels");
    int archived =
        Arrays.stream(labels.ids())
            .filter(id -> "archived".equals(existing("statuslabels", id).text("type")))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("No status label of type archived"));
    edit("hardware", asset, Map.of("status_id", archived));
  }

  void stampAll(String kind) {
    Map<String, Object> stamp = Map.of("updated_at", now());
    for (int id : table(kind).ids()) {
      table(kind).update(id, stamp);
    }
  }

  private void moveAssetsOf(int user, @Nullable Object location) {
    for (int id : table("hardware").ids()) {
      Row asset = existing("hardware", id);
      if ("user".equals(asset.text("assigned_type")) && asset.integer("assigned_to") == user) {
        stamp("hardware", id, column("location_id", location));
      }
    }
  }

  /** Changes columns of a row and, unless they say otherwise, the time of its last change. */
  void stamp(String kind, int id, Map<String, ?> values) {
    Map<String, Object> stamped = new HashMap<>(values);
    stamped.putIfAbsent("updated_at", now());
    table(kind).update(id, stamped);
  }

  static Map<String, @Nullable Object> column(String column, @Nullable Object value) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put(column, value);
    return values;
  }

  LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
