package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happens to the seats of licenses. Not safe for several threads; the estate sees to that. */
final class Seats {

  private static final String SEATS = "licenses/seats";

  private final Tables tables;

  Seats(Tables tables) {
    this.tables = tables;
  }

  /**
   * Adds seats to a license, or deletes free ones, the last first. All seats made together have the
   * same times.
   *
   * @throws IllegalArgumentException if not enough seats are free
   */
  void resize(int license, int wanted) {
    List<Row> present = tables.rowsWhere(SEATS, live(license));
    List<Row> free = present.stream().filter(SeatKind::free).toList();
    int surplus = present.size() - wanted;
    if (surplus > free.size()) {
      throw new IllegalArgumentException(
          "License %d cannot shrink to %d seats: only %d of its %d are free"
              .formatted(license, wanted, free.size(), present.size()));
    }
    for (int added = 0; added < -surplus; added++) {
      tables.create(SEATS, Map.of("license_id", license));
    }
    for (int removed = 1; removed <= surplus; removed++) {
      delete(free.get(free.size() - removed));
    }
    if (surplus < 0) {
      tables.log().seats("add seats", license, "added " + -surplus + " seats");
    }
    if (surplus > 0) {
      tables.log().seats("delete seats", license, "deleted " + surplus + " seats");
    }
  }

  void deleteAll(int license) {
    tables.rowsWhere(SEATS, live(license)).forEach(this::delete);
  }

  void checkOutToUser(int seat, int user) {
    checkOut(seat, "assigned_to", "users", user);
  }

  void checkOutToAsset(int seat, int asset) {
    checkOut(seat, "asset_id", "hardware", asset);
  }

  private void checkOut(int seat, String column, String kind, int target) {
    int license = tables.existing(SEATS, seat).integer("license_id");
    tables.existing(kind, target);
    Map<String, @Nullable Object> values = unassigned();
    values.put(column, target);
    tables.stamp(SEATS, seat, values);
    tables.log().checkedOut("licenses", license, kind, target, Map.of());
  }

  void checkIn(int seat) {
    Row row = tables.existing(SEATS, seat);
    int user = row.integer("assigned_to");
    int asset = row.integer("asset_id");
    int license = row.integer("license_id");
    tables.stamp(SEATS, seat, unassigned());
    if (user != 0 || asset != 0) {
      tables
          .log()
          .checkedIn(
              "licenses",
              license,
              asset == 0 ? "users" : "hardware",
              asset == 0 ? user : asset,
              Map.of());
    }
  }

  private void delete(Row seat) {
    LocalDateTime now = tables.now();
    tables.stamp(SEATS, seat.id(), Map.of("deleted_at", now));
  }

  private static Predicate<Row> live(int license) {
    return seat -> seat.integer("license_id") == license && !seat.deleted();
  }

  private static Map<String, @Nullable Object> unassigned() {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("assigned_to", null);
    values.put("asset_id", null);
    return values;
  }
}
