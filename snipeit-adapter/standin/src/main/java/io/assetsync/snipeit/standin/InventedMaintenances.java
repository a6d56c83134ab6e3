package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The maintenances of an invented company, half of them done. */
final class InventedMaintenances implements Table.Invention {

  private static final LocalDateTime FIRST = LocalDateTime.of(2023, 1, 9, 7, 45);
  private static final List<String> TYPES =
      List.of("Maintenance", "Repair", "Upgrade", "PAT Test", "Calibration");
  private static final List<String> TITLES =
      List.of("New battery", "Screen & hinge", "Clean <fan>", "\"Yearly\" check", "Memory");

  private final long seed;
  private final int assets;

  InventedMaintenances(long seed, int assets) {
    this.seed = seed;
    this.assets = assets;
  }

  @Override
  public @Nullable Object value(int id, String column) {
    boolean done = pick(id, 1, 2) == 0;
    int days = 1 + pick(id, 2, 20);
    LocalDate start = created(id).toLocalDate();
    return switch (column) {
      case "asset_id" -> 1 + pick(id, 3, assets);
      case "supplier_id" -> 1 + pick(id, 4, 10);
      case "asset_maintenance_type" -> TYPES.get(pick(id, 5, TYPES.size()));
      case "title" -> TITLES.get(pick(id, 6, TITLES.size()));
      case "is_warranty" -> pick(id, 7, 3) == 0;
      case "start_date" -> start;
      case "completion_date" -> done ? start.plusDays(days) : null;
      case "asset_maintenance_time" -> done ? days : null;
      case "notes" -> pick(id, 8, 4) == 0 ? "Took *longer*, see R&D" : null;
      case "cost" -> pick(id, 9, 3) == 0 ? null : BigDecimal.valueOf(500 + pick(id, 10, 90_000), 2);
      case "created_by" -> InventedCompany.FIRST_USER;
      case "created_at" -> created(id);
      case "updated_at" -> created(id).plusMinutes(pick(id, 11, 50_000));
      case "deleted_at" -> id % 20 == 19 ? created(id).plusMinutes(50_001) : null;
      default -> null;
    };
  }

  private LocalDateTime created(int id) {
    return FIRST.plusHours(id / 2 * 7L);
  }

  private int pick(int id, int property, int bound) {
    return Seeds.pick(seed, id, 500 + property, bound);
  }
}
