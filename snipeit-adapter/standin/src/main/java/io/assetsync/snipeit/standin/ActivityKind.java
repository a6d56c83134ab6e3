package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.nothing;
import static io.assetsync.snipeit.standin.Cells.raw;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Filters.equal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The activity report: who did what to which item, with whom as target. Only the raw action is
 * stored and filtered by; shown is its translation.
 */
final class ActivityKind {

  static final String PATH = "reports/activity";

  /** Raw actions whose translation is another text. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "create", "create new",
          "add seats", "added seats",
          "delete seats", "deleted seats",
          "2FA reset", "2fa reset");

  static final Kind ACTIVITY =
      Kind.named(PATH, "reports", "")
          .texts("action_type", "item_type", "target_type", "note", "remote_ip", "user_agent")
          .texts("action_source")
          .integers("item_id", "target_id", "location_id", "company_id")
          .maps("log_meta")
          .times("action_date")
          .scoped()
          .notReadById()
          .plainUnicode()
          .sorts("id", "created_at", "target_id", "created_by", "action_type", "note")
          .sorts("remote_ip", "user_agent", "target_type", "item_type", "action_source")
          .sorts("action_date")
          .byDefault(SortKey.column("created_at"))
          .filters((query, view) -> pointsAt("target", query))
          .filters((query, view) -> pointsAt("item", query), equal("action_type"))
          .filters(equal("created_by"), equal("action_source"), equal("remote_ip"))
          .shownAs(layout());

  private ActivityKind() {}

  /** The stored action of a shown one. */
  static @Nullable String stored(@Nullable String shown) {
    return SHOWN.entrySet().stream()
        .filter(entry -> entry.getValue().equals(shown))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(shown);
  }

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("icon", ActivityKind::icon)
        .put("file", nothing())
        .put("item", ActivityKind::item)
        .put("location", Cells.reference("locations", "location_id"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("next_audit_date", ActivityKind::nextAudit)
        .put("days_to_next_audit", ActivityKind::daysToNextAudit)
        .put("action_type", ActivityKind::action)
        .put("admin", ActivityKind::actor)
        .put("created_by", ActivityKind::actor)
        .put("target", ActivityKind::target)
        .put("note", Cells.markdown("note"))
        .put("signature_file", nothing())
        .put("log_meta", new ActivityChanges())
        .put("remote_ip", raw("remote_ip"))
        .put("user_agent", raw("user_agent"))
        .put("action_source", raw("action_source"))
        .put("action_date", time("action_date"));
  }

  private static Predicate<Row> pointsAt(String column, Query query) {
    String type = type(query.filled(column + "_type"));
    String id = query.filled(column + "_id");
    if (type == null || id == null) {
      return row -> true;
    }
    return row ->
        points("target", type, id, row) || (column.equals("item") && points("item", type, id, row));
  }

  private static boolean points(String column, String type, String id, Row row) {
    return type.equals(row.text(column + "_type"))
        && row.integer(column + "_id") == PhpValue.integer(id);
  }

  /** From the name of a PHP class, whose first letter may be small. */
  private static @Nullable String type(@Nullable String parameter) {
    if (parameter == null) {
      return null;
    }
    String type = parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
    return type.equals("assetModel") ? "model" : type;
  }

  /** What a column points at, even if it is deleted; null if it is gone or hidden. */
  private static @Nullable Row referent(Row activity, String column, View view) {
    String type = activity.text(column + "_type");
    return type == null
        ? null
        : view.withDeleted(Types.kind(type), activity.integer(column + "_id"));
  }

  private static void icon(Row activity, View view, JsonGenerator json) throws IOException {
    String action = String.valueOf(activity.text("action_type"));
    json.writeString(
        "user".equals(activity.text("item_type")) ? userIcon(action) : itemIcon(action));
  }

  private static String userIcon(String action) {
    return switch (action) {
      case "create" -> "fa-solid fa-user-plus";
      case "delete" -> "fa-solid fa-user-minus";
      case "update" -> "fa-solid fa-user-pen";
      case "merged" -> "fa-solid fa-people-arrows";
      default -> "fa-solid fa-user";
    };
  }

  private static String itemIcon(String action) {
    return switch (action) {
      case "create" -> "fa-solid fa-plus";
      case "delete" -> "fa-solid fa-trash";
      case "update" -> "fa-solid fa-pen";
      case "restore" -> "fa-solid fa-trash-arrow-up";
      case "checkout" -> "fa-solid fa-rotate-left";
      case "audit" -> "fas fa-clipboard-check";
      default -> "fa-solid fa-rotate-right";
    };
  }

  private static void item(Row activity, View view, JsonGenerator json) throws IOException {
    Row item = referent(activity, "item", view);
    if (item == null) {
      json.writeNull();
      return;
    }
    writeReferent(activity.text("item_type"), item, view, json);
    json.writeFieldName("serial");
    Cells.writeTextOrNull(json, item.text("serial"));
    json.writeEndObject();
  }

  private static void target(Row activity, View view, JsonGenerator json) throws IOException {
    Row target = referent(activity, "target", view);
    if (target == null) {
      json.writeNull();
      return;
    }
    writeReferent(activity.text("target_type"), target, view, json);
    json.writeEndObject();
  }

  private static void writeReferent(@Nullable String type, Row row, View view, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", row.id());
    json.writeFieldName("name");
    Cells.writeText(json, name(type, row, view));
    json.writeStringField("type", type);
  }

  private static @Nullable String name(@Nullable String type, Row row, View view) {
    if ("user".equals(type)) {
      return UserKind.displayName(row, view);
    }
    return "asset".equals(type) ? AssetCells.fullName(row, view) : row.text("name");
  }

  /** The asset's own date, else the day of the activity; nothing for other items. */
  private static void nextAudit(Row activity, View view, JsonGenerator json) throws IOException {
    LocalDateTime created = activity.time("created_at");
    if (!"asset".equals(activity.text("item_type")) || created == null) {
      json.writeNull();
      return;
    }
    LocalDate own = ownAudit(activity, view);
    StoredTime.writeDate(own == null ? created.toLocalDate() : own, view, json);
  }

  /** Days from now, always counted upwards; a date before the activity makes it a text. */
  private static void daysToNextAudit(Row activity, View view, JsonGenerator json)
      throws IOException {
    LocalDateTime created = activity.time("created_at");
    if (created == null) {
      json.writeNumber(0);
      return;
    }
    LocalDate own = ownAudit(activity, view);
    LocalDateTime next = own == null ? created : own.atStartOfDay();
    long days = Math.round(Math.abs(ChronoUnit.SECONDS.between(view.now(), next)) / 86_400.0);
    if (created.isAfter(next)) {
      json.writeString("-" + days);
      return;
    }
    json.writeNumber(days);
  }

  private static @Nullable LocalDate ownAudit(Row activity, View view) {
    Row item = referent(activity, "item", view);
    return item == null ? null : item.date("next_audit_date");
  }

  private static void action(Row activity, View view, JsonGenerator json) throws IOException {
    String action = String.valueOf(activity.text("action_type"));
    json.writeString(view.word(SHOWN.getOrDefault(action, action)));
  }

  private static void actor(Row activity, View view, JsonGenerator json) throws IOException {
    Cells.writeFullUser(json, view.live("users", activity.integer("created_by")));
  }
}
