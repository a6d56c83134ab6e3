package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The assets of an invented company: about two thirds in use, 8 % archived, 2 % deleted, a few with
 * awkward names, tags and notes.
 */
final class InventedAssets implements Table.Invention {

  private static final LocalDate FIRST_PURCHASE = LocalDate.of(2020, 1, 7);
  private static final LocalDateTime LAST_CHANGE = LocalDateTime.of(2025, 12, 31, 23, 0);
  private static final LocalDateTime MASS_CHANGE = LocalDateTime.of(2025, 6, 30, 3, 0);

  private static final List<String> AWKWARD_NAMES =
      List.of(
          "Tom & Jerry's",
          "<b>bold</b>",
          "already &amp; escaped",
          "&amp;lt;twice&amp;gt;",
          "Größe \"groß\"",
          "😀 李雷 🖥️",
          " leading and trailing ",
          "100 % / #1 \\ backslash",
          "عربي עברית",
          "line\nbreak",
          "null",
          "0");
  private static final List<String> NOTES =
      List.of(
          "Battery *swollen*, see **ticket** 4711",
          "Screen < 13\" & key 'Ö' missing",
          "Manual: https://intranet.example/manuals?id=7&lang=de.",
          "`sudo` only\nsecond line",
          "R&amp;D stock ~~lost~~ found",
          "Returned by the courier after three attempts. ".repeat(45));
  private static final List<String> MEMORY = List.of("8 GB", "16 GB", "32 GB");
  private static final List<String> PORTS = List.of("HDMI", "HDMI, DP", "DP, USB-C", "");
  private static final List<String> CARRIERS = List.of("Alster", "B & C", "O'Net", "");

  private final long seed;
  private final int users;
  private final int rooms;
  private final InventedUsers people;

  InventedAssets(long seed, int users, int rooms) {
    this.seed = seed;
    this.users = users;
    this.rooms = rooms;
    this.people = new InventedUsers(seed, rooms);
  }

  @Override
  public @Nullable Object value(int id, String column) {
    return switch (column) {
      case "name" -> name(id);
      case "asset_tag" -> tag(id);
      case "serial" -> pick(id, 2, 30) == 0 ? "" : serial(id);
      case "model_id" -> model(id);
      case "status_id" -> status(id);
      case "supplier_id" -> pick(id, 3, 8) == 0 ? null : Integer.valueOf(1 + pick(id, 4, 10));
      case "company_id" -> pick(id, 5, 12) == 0 ? null : Integer.valueOf(1 + pick(id, 6, 6));
      case "rtd_location_id" -> pick(id, 7, 20) == 0 ? null : defaultRoom(id);
      case "location_id" -> location(id);
      case "assigned_to" -> assignee(id);
      case "assigned_type" -> assigneeType(id);
      case "notes" -> pick(id, 8, 12) == 0 ? NOTES.get(pick(id, 9, NOTES.size())) : null;
      case "order_number" ->
          pick(id, 10, 7) == 0 ? null : "PO-" + bought(id).getYear() + "-" + id / 20;
      case "warranty_months" ->
          pick(id, 11, 4) == 0 ? null : Integer.valueOf(12 * (1 + pick(id, 12, 3)));
      case "purchase_date" -> pick(id, 13, 25) == 0 ? null : bought(id);
      case "asset_eol_date" ->
          InventedModels.category(model(id)) <= 5 ? bought(id).plusMonths(36) : null;
      case "purchase_cost" -> cost(id);
      case "byod" -> pick(id, 14, 80) == 0;
      case "requestable" -> pick(id, 15, 4) == 0;
      case "created_by" -> pick(id, 16, 5) == 0 ? 3 : InventedCompany.FIRST_USER;
      case "created_at" -> created(id);
      case "updated_at" -> updated(id);
      case "deleted_at" -> deleted(id) ? updated(id) : null;
      case "last_checkout" -> assignee(id) == null ? null : created(id).plusHours(pick(id, 17, 90));
      case "checkout_counter" -> assignee(id) == null ? 0 : 1 + pick(id, 18, 3);
      case "checkin_counter" -> assignee(id) == null ? 0 : pick(id, 18, 3);
      case "expected_checkin" ->
          assignee(id) != null && pick(id, 19, 15) == 0 ? LocalDate.of(2027, 1, 31) : null;
      case "last_audit_date" -> pick(id, 20, 9) == 0 ? LocalDateTime.of(2025, 2, 3, 4, 5, 6) : null;
      case "next_audit_date" -> pick(id, 20, 9) == 0 ? LocalDate.of(2026, 2, 3) : null;
      default -> column.startsWith(CustomFields.COLUMN_PREFIX) ? custom(id, column) : null;
    };
  }

  private String name(int id) {
    int luck = pick(id, 21, 100);
    if (luck < 3) {
      return AWKWARD_NAMES.get(pick(id, 22, AWKWARD_NAMES.size()));
    }
    return luck < 60 ? "nh-" + Seeds.digits(id, 6) : "";
  }

  private String tag(int id) {
    return switch (pick(id, 23, 200)) {
      case 0 -> Seeds.digits(id, 9);
      case 1 -> "A/B " + id;
      case 2 -> "#" + id + " %";
      case 3 -> "ß&" + id;
      default -> "NH-" + (100_000 + id);
    };
  }

  private String serial(int id) {
    long bits = (Seeds.mix(seed + 24, id) >>> 1) | (1L << 60);
    return Long.toString(bits, 36).toUpperCase(Locale.ROOT);
  }

  private int model(int id) {
    return InventedModels.modelAt(pick(id, 25, InventedModels.shares()));
  }

  private int status(int id) {
    int luck = pick(id, 26, 100);
    if (luck < 5) {
      return 3;
    }
    if (luck < 8) {
      return 6;
    }
    if (luck < 11) {
      return 2;
    }
    if (luck < 14) {
      return luck == 13 ? 5 : 4;
    }
    return luck < 30 ? 7 : 1;
  }

  private boolean deleted(int id) {
    return pick(id, 27, 50) == 0;
  }

  private @Nullable String assigneeType(int id) {
    int status = status(id);
    if (deleted(id) || (status != 1 && !(status == 3 && pick(id, 28, 20) == 0))) {
      return null;
    }
    int luck = pick(id, 29, 100);
    if (luck < 78) {
      return "user";
    }
    if (luck < 84) {
      return "location";
    }
    return luck < 87 && id > 1 ? "asset" : null;
  }

  private @Nullable Integer assignee(int id) {
    String type = assigneeType(id);
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "user" -> 2 + pick(id, 30, users - 1);
      case "location" -> 1 + pick(id, 30, rooms);
      default -> 1 + pick(id, 30, id - 1);
    };
  }

  private @Nullable Object location(int id) {
    Integer assignee = assignee(id);
    if (assignee != null && "user".equals(assigneeType(id))) {
      return people.value(assignee, "location_id");
    }
    return assignee != null && "location".equals(assigneeType(id))
        ? assignee
        : value(id, "rtd_location_id");
  }

  private Integer defaultRoom(int id) {
    return 1 + pick(id, 31, rooms);
  }

  private LocalDate bought(int id) {
    return FIRST_PURCHASE.plusDays(pick(id, 32, 2100));
  }

  /** Bulk imports give whole blocks of ids one time. */
  private LocalDateTime created(int id) {
    if (id % 1000 < 250) {
      return LocalDateTime.of(2021, 3, 4, 2, 0).plusDays(id / 1000);
    }
    LocalDateTime arrived = bought(id).atTime(7, 0).plusMinutes(pick(id, 33, 10_000));
    return arrived.isAfter(LAST_CHANGE) ? LAST_CHANGE : arrived;
  }

  private LocalDateTime updated(int id) {
    if (pick(id, 34, 20) == 0) {
      return MASS_CHANGE;
    }
    LocalDateTime changed = created(id).plusSeconds(pick(id, 35, 40_000_000));
    return changed.isAfter(LAST_CHANGE)
        ? LAST_CHANGE.minusSeconds(pick(id, 36, 9_000_000))
        : changed;
  }

  private @Nullable BigDecimal cost(int id) {
    int cents = InventedModels.cents(model(id));
    if (cents == 0 || pick(id, 37, 15) == 0) {
      return null;
    }
    return BigDecimal.valueOf(cents - cents / 10 + pick(id, 38, cents / 5), 2);
  }

  private @Nullable String custom(int id, String column) {
    return switch (column.substring(CustomFields.COLUMN_PREFIX.length())) {
      case "1" -> MEMORY.get(pick(id, 39, MEMORY.size()));
      case "2" -> pick(id, 40, 5) == 0 ? "" : "Cobalt i" + (3 + 2 * pick(id, 41, 4));
      case "3" -> mac(id);
      case "4" -> pick(id, 42, 4) == 0 ? "0" : "1";
      case "5" -> pick(id, 43, 40) == 0 ? "31.12.2027" : bought(id).plusMonths(48).toString();
      case "6" -> pick(id, 44, 3) == 0 ? "" : "s3cr&t-" + pick(id, 45, 9999);
      case "7" ->
          "35" + Seeds.digits(Math.floorMod(Seeds.mix(seed + 46, id), 10_000_000_000_000L), 13);
      case "8" -> "+49 151 555 " + Seeds.digits(pick(id, 47, 100_000), 5);
      case "9" -> CARRIERS.get(pick(id, 48, CARRIERS.size()));
      case "10" -> pick(id, 49, 3) == 0 ? null : 40 + pick(id, 50, 60) + ",5 cm";
      case "11" -> PORTS.get(pick(id, 51, PORTS.size()));
      default -> null;
    };
  }

  private String mac(int id) {
    String digits =
        Long.toHexString(Seeds.mix(seed + 52, id) | (1L << 63)).toUpperCase(Locale.ROOT);
    StringBuilder mac = new StringBuilder(17).append("02");
    for (int at = 6; at < 16; at += 2) {
      mac.append(':').append(digits, at, at + 2);
    }
    return mac.toString();
  }

  private int pick(int id, int property, int bound) {
    return Seeds.pick(seed, id, 200 + property, bound);
  }
}
