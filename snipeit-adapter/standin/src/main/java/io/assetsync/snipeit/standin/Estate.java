package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An invented company's data, which can be changed while it is served. A change has the effects it
 * has in Snipe-IT on life cycle, assignment and {@code updated_at}.
 *
 * <p>Kinds are named as in the API: {@code hardware}, {@code users}, {@code statuslabels} and so
 * on. Columns are named as in Snipe-IT's database; times are {@link LocalDateTime}s in the zone of
 * the estate's clock, dates {@link java.time.LocalDate}s, money {@link java.math.BigDecimal}s. The
 * value of custom field 5 of an asset is its column {@code custom_field_5}, always a text.
 *
 * <p>Safe for use by several threads: an answer shows the estate before or after a change, never in
 * between.
 */
public final class Estate extends Content {

  private final Map<String, Table> tables;
  private final Clock clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong version = new AtomicLong();

  Estate(Map<String, Table> tables, Clock clock) {
    this.tables = Map.copyOf(tables);
    this.clock = clock;
  }

  /**
   * Invents an estate: companies, people, rooms, models and so on in proportion to the assets. The
   * same seed and number always give the same estate, and it takes little memory at any size.
   *
   * @param assets 0 to 10 million
   * @throws IllegalArgumentException if the number of assets is out of bounds
   */
  public static Estate invented(long seed, int assets) {
    return invented(seed, assets, Clock.systemUTC());
  }

  /**
   * As {@link #invented(long, int)}, with a clock.
   *
   * @param clock stamps changes; its zone is the server's
   */
  public static Estate invented(long seed, int assets, Clock clock) {
    if (assets < 0 || assets > 10_000_000) {
      throw new IllegalArgumentException("An estate holds 0 to 10000000 assets, not " + assets);
    }
    return new Estate(new InventedCompany(seed, assets).tables(), clock);
  }

  /**
   * Adds a row.
   *
   * @param values by column; a column that is left out is null, 0 or false
   * @return the new id
   * @throws IllegalArgumentException if the kind or a column does not exist or a value does not fit
   */
  public int create(String kind, Map<String, ?> values) {
    Kind checked = Kinds.named(kind);
    checked.check(values);
    return change(
        () -> {
          Map<String, Object> row = new HashMap<>(values);
          row.putIfAbsent("created_at", now());
          row.putIfAbsent("updated_at", now());
          row.putIfAbsent("created_by", InventedCompany.FIRST_USER);
          return table(kind).insert(row);
        });
  }

  /**
   * Changes columns of a row and stamps it. Setting the default location of an asset moves the
   * asset there too; moving a user moves that user's assets, and stamps them.
   *
   * @throws NoSuchElementException if there is no such row
   * @throws IllegalArgumentException if a column does not exist or a value does not fit
   */
  public void edit(String kind, int id, Map<String, ?> values) {
    Kinds.named(kind).check(values);
    change(
        () -> {
          existing(kind, id);
          Map<String, Object> stamped = new HashMap<>(values);
          if (kind.equals("hardware")
              && values.containsKey("rtd_location_id")
              && !values.containsKey("location_id")) {
            stamped.put("location_id", values.get("rtd_location_id"));
          }
          stamp(kind, id, stamped);
          if (kind.equals("users") && values.containsKey("location_id")) {
            moveAssetsOf(id, values.get("location_id"));
          }
          return null;
        });
  }

  /**
   * Changes columns of a row behind Snipe-IT's back, as an administrator's SQL would: nothing else
   * happens, {@code updated_at} stays.
   *
   * @throws NoSuchElementException if there is no such row
   * @throws IllegalArgumentException if a column does not exist or a value does not fit
   */
  public void put(String kind, int id, Map<String, ?> values) {
    Kinds.named(kind).check(values);
    change(
        () -> {
          existing(kind, id);
          table(kind).update(id, values);
          return null;
        });
  }

  /** Changes the name of a row and stamps it; rows that show the name are not stamped. */
  public void rename(String kind, int id, String name) {
    edit(kind, id, Map.of("name", name));
  }

  /**
   * Deletes a row: softly where Snipe-IT does, else for good. An asset that is checked out is
   * checked in first.
   *
   * @throws NoSuchElementException if there is no such row
   */
  public void delete(String kind, int id) {
    boolean soft = Kinds.named(kind).softDeletes();
    change(
        () -> {
          existing(kind, id);
          if (!soft) {
            table(kind).remove(id);
            return null;
          }
          if (kind.equals("hardware") && AssetStatus.assigned(existing(kind, id))) {
            takeBack(id);
          }
          stamp(kind, id, Map.of("deleted_at", now()));
          return null;
        });
  }

  /**
   * Brings a softly deleted row back.
   *
   * @throws NoSuchElementException if there is no such row
   */
  public void restore(String kind, int id) {
    change(
        () -> {
          existing(kind, id);
          Map<String, Object> values = new HashMap<>();
          values.put("deleted_at", null);
          stamp(kind, id, values);
          return null;
        });
  }

  /**
   * Removes a row for good, leaving no trace.
   *
   * @throws NoSuchElementException if there is no such row
   */
  public void purge(String kind, int id) {
    change(
        () -> {
          existing(kind, id);
          table(kind).remove(id);
          return null;
        });
  }

  /** Removes every softly deleted row of every kind for good. */
  public void purgeDeleted() {
    change(
        () -> {
          for (Table table : tables.values()) {
            for (int id : table.ids()) {
              Row row = table.row(id);
              if (row != null && row.deleted()) {
                table.remove(id);
              }
            }
          }
          return null;
        });
  }

  /** Checks an asset out to a user; it moves to the user's location. */
  public void checkOutToUser(int asset, int user) {
    change(
        () -> {
          handOut(asset, "user", user, existing("users", user).get("location_id"));
          return null;
        });
  }

  /** Checks an asset out to a location. */
  public void checkOutToLocation(int asset, int location) {
    change(
        () -> {
          existing("locations", location);
          handOut(asset, "location", location, location);
          return null;
        });
  }

  /** Checks an asset out to another asset; it moves to where that one is. */
  public void checkOutToAsset(int asset, int other) {
    change(
        () -> {
          handOut(asset, "asset", other, existing("hardware", other).get("location_id"));
          return null;
        });
  }

  /** Checks an asset in; it moves to its default location. */
  public void checkIn(int asset) {
    change(
        () -> {
          takeBack(asset);
          return null;
        });
  }

  /**
   * Puts an archived label on an asset. As in Snipe-IT it stays checked out if it was.
   *
   * @throws NoSuchElementException if there is no such asset or no archived label
   */
  public void archive(int asset) {
    change(
        () -> {
          existing("hardware", asset);
          stamp("hardware", asset, Map.of("status_id", labelOfType("archived")));
          return null;
        });
  }

  /** Gives all rows of a kind the same {@code updated_at}, as some of Snipe-IT's own actions do. */
  public void stampAll(String kind) {
    Kinds.named(kind);
    change(
        () -> {
          Map<String, Object> stamp = Map.of("updated_at", now());
          for (int id : table(kind).ids()) {
            table(kind).update(id, stamp);
          }
          return null;
        });
  }

  /** All ids of a kind in ascending order, deleted rows included, purged ones not. */
  @Override
  public int[] ids(String kind) {
    Kinds.named(kind);
    return read(() -> table(kind).ids());
  }

  /**
   * The stored value of a column: unescaped, unformatted.
   *
   * @throws NoSuchElementException if there is no such row
   */
  public @Nullable Object value(String kind, int id, String column) {
    Kinds.named(kind);
    return read(() -> existing(kind, id).get(column));
  }

  @Override
  @Nullable Row row(String kind, int id) {
    return table(kind).row(id);
  }

  @Override
  boolean listed(String kind, int id) {
    return true;
  }

  @Override
  long version() {
    return version.get();
  }

  @Override
  Lock reading() {
    return lock.readLock();
  }

  @Override
  Clock clock() {
    return clock;
  }

  @Override
  @Nullable Viewer viewer(int userId) {
    Row user = row("users", userId);
    return user == null || user.deleted()
        ? null
        : Viewer.of(userId, UserKind.permissions(user), user.integer("company_id"));
  }

  @Override
  void write(Kind kind, Row row, Form form, View view, JsonGenerator json) throws IOException {
    kind.layout(form).write(row, view, json);
  }

  private void handOut(int asset, String type, int target, @Nullable Object location) {
    Row row = existing("hardware", asset);
    Map<String, Object> values = new HashMap<>();
    values.put("assigned_to", target);
    values.put("assigned_type", type);
    values.put("location_id", location);
    values.put("last_checkout", now());
    values.put("checkout_counter", row.integer("checkout_counter") + 1);
    stamp("hardware", asset, values);
  }

  private void takeBack(int asset) {
    Row row = existing("hardware", asset);
    Map<String, Object> values = new HashMap<>();
    values.put("assigned_to", null);
    values.put("assigned_type", null);
    values.put("expected_checkin", null);
    values.put("location_id", row.get("rtd_location_id"));
    values.put("last_checkin", now());
    values.put("checkin_counter", row.integer("checkin_counter") + 1);
    stamp("hardware", asset, values);
  }

  private void moveAssetsOf(int user, @Nullable Object location) {
    Map<String, Object> moved = new HashMap<>();
    moved.put("location_id", location);
    for (int id : table("hardware").ids()) {
      Row asset = existing("hardware", id);
      if ("user".equals(asset.text("assigned_type")) && asset.integer("assigned_to") == user) {
        stamp("hardware", id, moved);
      }
    }
  }

  private int labelOfType(String type) {
    return Arrays.stream(table("statuslabels").ids())
        .filter(id -> type.equals(existing("statuslabels", id).text("type")))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No status label of type " + type));
  }

  private void stamp(String kind, int id, Map<String, ?> values) {
    Map<String, Object> stamped = new HashMap<>(values);
    stamped.putIfAbsent("updated_at", now());
    table(kind).update(id, stamped);
  }

  private Row existing(String kind, int id) {
    Row row = table(kind).row(id);
    if (row == null) {
      throw new NoSuchElementException("No row " + id + " in " + kind);
    }
    return row;
  }

  private Table table(String kind) {
    return java.util.Objects.requireNonNull(tables.get(kind), kind);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  private <T extends @Nullable Object> T change(Supplier<T> change) {
    lock.writeLock().lock();
    try {
      return change.get();
    } finally {
      version.incrementAndGet();
      lock.writeLock().unlock();
    }
  }

  private <T extends @Nullable Object> T read(Supplier<T> reading) {
    lock.readLock().lock();
    try {
      return reading.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The kinds of rows an estate has. */
  public static List<String> kinds() {
    return Kinds.all().stream().map(Kind::path).toList();
  }
}
