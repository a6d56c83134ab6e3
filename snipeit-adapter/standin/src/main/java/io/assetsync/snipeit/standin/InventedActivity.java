package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The activities of the months before: purchases, edits and check-outs of some assets. */
final class InventedActivity implements Table.Invention {

  private static final LocalDateTime FIRST = LocalDateTime.of(2025, 7, 1, 6, 0);
  private static final List<String> ACTIONS =
      List.of("create", "update", "checkout", "checkin from", "audit");

  private final long seed;
  private final int assets;
  private final int users;

  InventedActivity(long seed, int assets, int users) {
    this.seed = seed;
    this.assets = assets;
    this.users = users;
  }

  @Override
  public @Nullable Object value(int id, String column) {
    int action = pick(id, 1, ACTIONS.size());
    boolean withTarget = action == 2 || action == 3;
    return switch (column) {
      case "action_type" -> ACTIONS.get(action);
      case "item_type" -> "asset";
      case "item_id" -> 1 + pick(id, 2, assets);
      case "target_type" -> withTarget ? "user" : null;
      case "target_id" -> withTarget ? 2 + pick(id, 3, users - 1) : null;
      case "note" -> pick(id, 4, 5) == 0 ? "Handed over *in person*, R&D" : null;
      case "log_meta" ->
          action == 1
              ? Map.of("name", List.of("", "nh-" + id + " <b>"), "model_id", List.of("1", "2"))
              : null;
      case "company_id" -> pick(id, 5, 4) == 0 ? null : Integer.valueOf(1 + pick(id, 6, 6));
      case "remote_ip" -> "127.0.0.1";
      case "user_agent" -> "Snipe-IT stand-in";
      case "action_source" -> pick(id, 7, 2) == 0 ? "gui" : "api";
      case "created_by" -> InventedCompany.FIRST_USER;
      case "created_at", "updated_at", "action_date" -> FIRST.plusMinutes(id / 3 * 11L);
      default -> null;
    };
  }

  private int pick(int id, int property, int bound) {
    return Seeds.pick(seed, id, 600 + property, bound);
  }
}
