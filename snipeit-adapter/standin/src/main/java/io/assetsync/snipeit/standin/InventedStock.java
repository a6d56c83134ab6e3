package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things an invented company has several of: accessories, consumables or components. About one in
 * twelve is deleted.
 */
final class InventedStock implements Table.Invention {

  /** What one of them was handed out to: four for each, on average fewer than there are. */
  static final int HANDED_OUT_OF_EACH = 4;

  private static final LocalDateTime FIRST = LocalDateTime.of(2022, 2, 7, 14, 15);
  private static final List<String> NOTES =
      List.of("On shelf *B*", "Ask R&D <first>", "See https://intranet.example/stock?x=1&y=2.");

  private final long seed;
  private final int users;
  private final int assets;
  private final int rooms;
  private final int category;
  private final List<String> names;

  InventedStock(long seed, int users, int assets, int rooms, int category, List<String> names) {
    this.seed = seed + category;
    this.users = users;
    this.assets = assets;
    this.rooms = rooms;
    this.category = category;
    this.names = names;
  }

  @Override
  public @Nullable Object value(int id, String column) {
    return switch (column) {
      case "name" -> names.get(id % names.size()) + (id < names.size() ? "" : " " + id);
      case "category_id" -> category;
      case "qty" -> 6 + pick(id, 1, 60);
      case "min_amt" -> pick(id, 2, 3) == 0 ? null : Integer.valueOf(2 + pick(id, 3, 5));
      case "serial" -> pick(id, 4, 3) == 0 ? null : "S-" + Seeds.digits(id, 5);
      case "item_no" -> "IN-" + (700 + id);
      case "model_number" -> pick(id, 5, 3) == 0 ? null : "MN-" + id + "&";
      case "order_number" -> pick(id, 6, 3) == 0 ? null : "SO-" + (8_000 + id);
      case "company_id" -> pick(id, 7, 3) == 0 ? null : Integer.valueOf(1 + pick(id, 8, 6));
      case "manufacturer_id" -> pick(id, 9, 4) == 0 ? null : Integer.valueOf(1 + pick(id, 10, 9));
      case "supplier_id" -> pick(id, 11, 4) == 0 ? null : Integer.valueOf(1 + pick(id, 12, 10));
      case "location_id" -> pick(id, 13, 4) == 0 ? null : Integer.valueOf(1 + pick(id, 14, rooms));
      case "notes" -> pick(id, 15, 4) == 0 ? NOTES.get(pick(id, 16, NOTES.size())) : null;
      case "purchase_date" ->
          pick(id, 17, 4) == 0 ? null : created(id).toLocalDate().minusDays(pick(id, 18, 90));
      case "purchase_cost" ->
          pick(id, 19, 5) == 0 ? null : BigDecimal.valueOf(99 + pick(id, 20, 300_000), 2);
      case "created_by" -> pick(id, 21, 5) == 0 ? null : InventedCompany.FIRST_USER;
      case "created_at" -> created(id);
      case "updated_at" -> created(id).plusMinutes(pick(id, 22, 100_000));
      case "deleted_at" -> id % 12 == 11 ? created(id).plusMinutes(100_001) : null;
      default -> null;
    };
  }

  /** A column of what was handed out to a user, a location or an asset. */
  @Nullable Object checkout(int id, String column) {
    int luck = pick(id, 30, 10);
    return switch (column) {
      case "accessory_id" -> stock(id);
      case "assigned_type" -> luck < 7 || assets == 0 ? "user" : luck < 8 ? "location" : "asset";
      case "assigned_to" ->
          luck < 7 || assets == 0
              ? user(id)
              : Integer.valueOf(1 + pick(id, 31, luck < 8 ? rooms : assets));
      default -> handedOut(id, column);
    };
  }

  /** A column of a unit that was given to a user, who the API says also gave it. */
  @Nullable Object assignment(int id, String column) {
    return switch (column) {
      case "consumable_id" -> stock(id);
      case "assigned_to", "created_by" -> user(id);
      default -> handedOut(id, column);
    };
  }

  /** A column of what was built into an asset. */
  @Nullable Object installation(int id, String column) {
    return switch (column) {
      case "component_id" -> stock(id);
      case "asset_id" -> 1 + pick(id, 32, assets);
      case "assigned_qty" -> 1 + pick(id, 33, 2);
      default -> handedOut(id, column);
    };
  }

  private @Nullable Object handedOut(int id, String column) {
    return switch (column) {
      case "note" -> pick(id, 34, 4) == 0 ? "for <home> & away" : null;
      case "created_by" -> InventedCompany.FIRST_USER;
      case "created_at", "updated_at" -> created(stock(id)).plusHours(1 + id / 3);
      default -> null;
    };
  }

  private static int stock(int handedOut) {
    return 1 + (handedOut - 1) / HANDED_OUT_OF_EACH;
  }

  private Integer user(int id) {
    return 2 + pick(id, 35, users - 1);
  }

  private LocalDateTime created(int id) {
    return FIRST.plusDays(id / 3);
  }

  private int pick(int id, int property, int bound) {
    return Seeds.pick(seed, id, 400 + property, bound);
  }
}
