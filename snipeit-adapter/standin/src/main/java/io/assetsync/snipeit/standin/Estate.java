package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
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
 * on. Rows that belong to another row have a kind of two words, {@code licenses/seats} or {@code
 * kits/models} for example, and the other row's id in a column such as {@code license_id}. A
 * license is made with as many seats as its column {@code seats} says, and editing that column adds
 * or deletes seats. Columns are named as in Snipe-IT's database; times are {@link
 * java.time.LocalDateTime}s in the zone of the estate's clock, dates {@link java.time.LocalDate}s,
 * money {@link java.math.BigDecimal}s. The value of custom field 5 of an asset is its column {@code
 * custom_field_5}, always a text. The assignee of an asset is in {@code assigned_to} and {@code
 * assigned_type}, which is {@code user}, {@code location} or {@code asset}. To set a column to
 * null, pass a map that allows it, such as a {@link java.util.HashMap}.
 *
 * <p>Every method that takes a kind throws {@link IllegalArgumentException} if there is no such
 * kind; every method that takes an id throws {@link NoSuchElementException} if there is no such
 * row.
 *
 * <p>Safe for use by several threads: an answer shows the estate before or after a change, never in
 * between.
 */
public final class Estate extends Content {

  private static final int MAX_ASSETS = 10_000_000;

  private Tables tables;
  private final Clock clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong version = new AtomicLong();

  private Estate(Tables tables, Clock clock) {
    this.tables = tables;
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
    if (assets < 0 || assets > MAX_ASSETS) {
      throw new IllegalArgumentException(
          "An estate holds 0 to " + MAX_ASSETS + " assets, not " + assets);
    }
    return new Estate(new Tables(new InventedCompany(seed, assets).tables(), clock), clock);
  }

  /** The kinds of rows that estates have. */
  public static List<String> kinds() {
    return Kinds.all().stream().map(Kind::path).toList();
  }

  /**
   * Adds a row.
   *
   * @param values by column; a column that is left out is null, which shows as 0 or false where
   *     Snipe-IT has no null
   * @return the new id
   * @throws IllegalArgumentException if a column does not exist or a value does not fit
   */
  public int create(String kind, Map<String, ?> values) {
    Kinds.named(kind).check(values);
    return compute(() -> tables.create(kind, values));
  }

  /**
   * Changes columns of a row and stamps it. Setting the default location of an asset moves the
   * asset there too; moving a user moves that user's assets, and stamps them.
   *
   * @throws IllegalArgumentException if a column does not exist or a value does not fit
   */
  public void edit(String kind, int id, Map<String, ?> values) {
    Kinds.named(kind).check(values);
    change(() -> tables.edit(kind, id, values));
  }

  /**
   * Changes columns of a row behind Snipe-IT's back, as an administrator's SQL would: nothing else
   * happens, {@code updated_at} stays.
   *
   * @throws IllegalArgumentException if a column does not exist or a value does not fit
   */
  public void put(String kind, int id, Map<String, ?> values) {
    Kinds.named(kind).check(values);
    change(
        () -> {
          tables.existing(kind, id);
          tables.table(kind).update(id, values);
        });
  }

  /** Changes the name of a row and stamps it; rows that show the name are not stamped. */
  public void rename(String kind, int id, String name) {
    edit(kind, id, Map.of("name", name));
  }

  /**
   * Deletes a row: softly where Snipe-IT does, else for good. An asset that is checked out is
   * checked in first; a license takes its seats with it.
   */
  public void delete(String kind, int id) {
    Kinds.named(kind);
    change(() -> tables.delete(kind, id));
  }

  /** Brings a softly deleted row back. */
  public void restore(String kind, int id) {
    Kinds.named(kind);
    change(() -> tables.restore(kind, id));
  }

  /** Removes a row for good, leaving no trace. */
  public void purge(String kind, int id) {
    Kinds.named(kind);
    change(() -> tables.purge(kind, id));
  }

  /** Removes every softly deleted row of every kind for good. */
  public void purgeDeleted() {
    change(() -> tables.purgeDeleted());
  }

  /** Checks an asset out to a user; it moves to the user's location. */
  public void checkOutToUser(int asset, int user) {
    change(
        () ->
            tables.handOut(asset, "user", user, tables.existing("users", user).get("location_id")));
  }

  /** Checks an asset out to a location. */
  public void checkOutToLocation(int asset, int location) {
    change(
        () ->
            tables.handOut(
                asset, "location", location, tables.existing("locations", location).id()));
  }

  /** Checks an asset out to another asset; it moves to where that one is. */
  public void checkOutToAsset(int asset, int other) {
    change(
        () ->
            tables.handOut(
                asset, "asset", other, tables.existing("hardware", other).get("location_id")));
  }

  /** Checks an asset in; it moves to its default location. */
  public void checkIn(int asset) {
    change(() -> tables.takeBack(asset));
  }

  /**
   * Puts an archived label on an asset. As in Snipe-IT it stays checked out if it was.
   *
   * @throws NoSuchElementException also if there is no archived label
   */
  public void archive(int asset) {
    change(() -> tables.archive(asset));
  }

  /** Gives a seat of a license to a user; the license is not stamped. */
  public void checkOutSeatToUser(int seat, int user) {
    change(() -> tables.seats().checkOutToUser(seat, user));
  }

  /** Gives a seat of a license to an asset; the license is not stamped. */
  public void checkOutSeatToAsset(int seat, int asset) {
    change(() -> tables.seats().checkOutToAsset(seat, asset));
  }

  /** Takes a seat back; the license is not stamped. */
  public void checkInSeat(int seat) {
    change(() -> tables.seats().checkIn(seat));
  }

  /**
   * Hands one of an accessory to a user, a location or an asset, even if none is left; the
   * accessory is not stamped.
   *
   * @param type {@code user}, {@code location} or {@code asset}
   * @return the id of the check-out
   */
  public int checkOutAccessory(int accessory, String type, int target) {
    if (!List.of("user", "location", "asset").contains(type)) {
      throw new IllegalArgumentException("An accessory cannot be handed to a " + type);
    }
    return compute(() -> tables.handouts().checkOutAccessory(accessory, type, target));
  }

  /** Takes an accessory back; of its check-out no trace is left. */
  public void checkInAccessory(int checkout) {
    change(() -> tables.handouts().checkInAccessory(checkout));
  }

  /**
   * Gives one of a consumable to a user, even if none is left; the consumable is not stamped.
   *
   * @return the id of the assignment, which the API does not show
   */
  public int consume(int consumable, int user) {
    return compute(() -> tables.handouts().consume(consumable, user));
  }

  /**
   * Builds some of a component into an asset, even if too few are left; neither is stamped.
   *
   * @return the id of the assignment, which the API calls {@code assigned_pivot_id}
   */
  public int installComponent(int component, int asset, int quantity) {
    return compute(() -> tables.handouts().installComponent(component, asset, quantity));
  }

  /** Takes a component out of its asset; of the assignment no trace is left. */
  public void removeComponent(int assignment) {
    change(() -> tables.handouts().removeComponent(assignment));
  }

  /** Gives all rows of a kind the same {@code updated_at}, as some of Snipe-IT's own actions do. */
  public void stampAll(String kind) {
    Kinds.named(kind);
    change(() -> tables.stampAll(kind));
  }

  /** All that is stored at this moment. */
  public Backup backup() {
    return read(() -> new Backup(tables.copy()));
  }

  /** Brings back all that was stored when the backup was made, ids to come included. */
  public void restoreBackup(Backup backup) {
    change(() -> tables = backup.tables().copy());
  }

  /**
   * Gives the highest ids of rows that are gone to the next rows, as old databases do when they are
   * restarted after a purge.
   */
  public void reuseIds() {
    change(() -> tables.forgetRemovedIds());
  }

  /** All ids of a kind in ascending order: softly deleted rows included, purged ones not. */
  @Override
  public int[] ids(String kind) {
    Kinds.named(kind);
    return read(() -> tables.table(kind).ids());
  }

  /** The stored value of a column: unescaped, unformatted; null also for an unknown column. */
  public @Nullable Object value(String kind, int id, String column) {
    Kinds.named(kind);
    return read(() -> tables.existing(kind, id).get(column));
  }

  @Override
  @Nullable Row row(String kind, int id) {
    return tables.table(kind).row(id);
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
        : Viewer.of(userId, permissions(user), user.integer("company_id"));
  }

  /** A user's own, and above those what the user's groups grant. */
  private Map<String, Integer> permissions(Row user) {
    Map<String, Integer> permissions = new HashMap<>();
    for (Object group : UserKind.groups(user)) {
      Row row = row("groups", (Integer) group);
      if (row != null) {
        UserKind.permissions(row)
            .forEach((right, grant) -> permissions.merge(right, grant, Math::max));
      }
    }
    UserKind.permissions(user)
        .forEach(
            (right, grant) -> {
              if (grant != 0) {
                permissions.put(right, grant);
              }
            });
    return permissions;
  }

  @Override
  void write(Kind kind, Row row, Form form, View view, JsonGenerator json) throws IOException {
    kind.layout(form).write(row, view, json);
  }

  private void change(Runnable change) {
    compute(
        () -> {
          change.run();
          return true;
        });
  }

  private <T> T compute(Supplier<T> change) {
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
}
