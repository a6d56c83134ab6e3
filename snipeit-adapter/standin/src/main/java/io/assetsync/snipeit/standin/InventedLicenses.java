package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The licenses of an invented company and their seats, which belong to people, to assets or to
 * nobody. One license in fifteen is deleted, with its seats.
 */
final class InventedLicenses implements Table.Invention {

  private static final List<String> NAMES =
      List.of(
          "Office & Mail",
          "Alster CAD <Pro>",
          "Foxtrot \"Draw\"",
          "O'Neil Antivirus",
          "Zoë Übersetzer",
          "Remote Desk",
          "Ledger 9");
  private static final int[] SIZES = {1, 2, 5, 5, 10, 3, 25, 10};
  private static final LocalDateTime FIRST = LocalDateTime.of(2021, 4, 12, 9, 30);

  private final long seed;
  private final int users;
  private final int assets;

  /** The id of the first seat of each license, and behind the last license that of no seat. */
  private final int[] firstSeats;

  InventedLicenses(long seed, int users, int assets) {
    this.seed = seed;
    this.users = users;
    this.assets = assets;
    int licenses = Math.max(6, Math.min(200, assets / 400));
    this.firstSeats = new int[licenses + 1];
    firstSeats[0] = 1;
    for (int id = 1; id <= licenses; id++) {
      firstSeats[id] = firstSeats[id - 1] + seats(id);
    }
  }

  int licenses() {
    return firstSeats.length - 1;
  }

  int seats() {
    return firstSeats[licenses()] - 1;
  }

  @Override
  public @Nullable Object value(int id, String column) {
    return switch (column) {
      case "name" -> NAMES.get(id % NAMES.size()) + (id < NAMES.size() ? "" : " " + id);
      case "serial" -> pick(id, 1, 6) == 0 ? "" : key(id);
      case "order_number" -> pick(id, 2, 3) == 0 ? null : "LO-" + (4_000 + id);
      case "purchase_order" -> pick(id, 3, 2) == 0 ? null : "PO-" + id;
      case "license_name" -> pick(id, 4, 3) == 0 ? "Nordhafen & O'Brien" : null;
      case "license_email" -> pick(id, 5, 2) == 0 ? "licenses@nordhafen.example" : null;
      case "notes" -> pick(id, 6, 4) == 0 ? "Renew *early*, R&D pays" : null;
      case "company_id" -> pick(id, 7, 3) == 0 ? null : Integer.valueOf(1 + pick(id, 8, 6));
      case "manufacturer_id" -> pick(id, 9, 5) == 0 ? null : Integer.valueOf(1 + pick(id, 10, 9));
      case "supplier_id" -> pick(id, 11, 4) == 0 ? null : Integer.valueOf(1 + pick(id, 12, 10));
      case "category_id" -> InventedCompany.LICENSE_CATEGORY;
      case "depreciation_id" -> pick(id, 13, 4) == 0 ? 1 : null;
      case "seats" -> seats(id);
      case "min_amt" -> pick(id, 14, 5) == 0 ? 2 : null;
      case "reassignable" -> pick(id, 15, 4) != 0;
      case "maintained" -> pick(id, 16, 2) == 0;
      case "purchase_date" -> pick(id, 17, 8) == 0 ? null : bought(id);
      case "expiration_date" -> pick(id, 18, 3) == 0 ? null : bought(id).plusYears(3);
      case "termination_date" -> pick(id, 19, 9) == 0 ? bought(id).plusYears(4) : null;
      case "purchase_cost" ->
          pick(id, 20, 5) == 0 ? null : BigDecimal.valueOf(990 + pick(id, 21, 900_000), 2);
      case "created_by" -> pick(id, 22, 5) == 0 ? null : InventedCompany.FIRST_USER;
      case "created_at" -> created(id);
      case "updated_at" -> created(id).plusMinutes(pick(id, 23, 200_000));
      case "deleted_at" -> deleted(id) ? created(id).plusMinutes(200_001) : null;
      default -> null;
    };
  }

  /** The value of a column of a seat. */
  @Nullable Object seat(int id, String column) {
    int found = Arrays.binarySearch(firstSeats, id);
    int license = found >= 0 ? found + 1 : -found - 1;
    int luck = deleted(license) ? 99 : pick(id, 40, 100);
    return switch (column) {
      case "license_id" -> license;
      case "assigned_to" -> luck < 45 ? Integer.valueOf(2 + pick(id, 41, users - 1)) : null;
      case "asset_id" ->
          luck >= 45 && luck < 65 && assets > 0 ? Integer.valueOf(1 + pick(id, 42, assets)) : null;
      case "notes" -> luck == 1 ? "Second <b>screen</b> & pen" : null;
      case "created_by" -> InventedCompany.FIRST_USER;
      case "created_at" -> created(license);
      case "updated_at" -> created(license).plusMinutes(luck < 65 ? pick(id, 43, 300_000) : 0);
      case "deleted_at" -> value(license, "deleted_at");
      default -> null;
    };
  }

  private int seats(int license) {
    return SIZES[pick(license, 24, SIZES.length)];
  }

  private boolean deleted(int license) {
    return license % 15 == 4;
  }

  private LocalDateTime created(int license) {
    return FIRST.plusDays(license / 4);
  }

  private LocalDate bought(int license) {
    return created(license).toLocalDate().minusDays(pick(license, 25, 60));
  }

  private String key(int license) {
    return Long.toString(Seeds.mix(seed + 326, license) >>> 1, 36)
        + (license % 5 == 0 ? "<&>" : "");
  }

  private int pick(int id, int property, int bound) {
    return Seeds.pick(seed, id, 300 + property, bound);
  }
}
