package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recorded row, read backwards: from what the API showed to what the database held. */
final class RecordedRow implements Row {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final int id;
  private final JsonNode node;
  private final Map<String, Object> stored = new HashMap<>();

  RecordedRow(int id, JsonNode node) {
    this.id = id;
    this.node = node;
  }

  JsonNode node() {
    return node;
  }

  void store(String column, Object value) {
    stored.put(column, value);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public @Nullable Object get(String column) {
    Object told = stored.get(column);
    if (told != null) {
      return told;
    }
    return switch (column) {
      case "id" -> id;
      case "created_by" -> id(node.path("created_by"));
      case "assigned_to" -> id(node.path("assigned_to"));
      case "assigned_type" -> value(node.path("assigned_to").path("type"));
      case "status_id" -> id(node.path("status_label"));
      case "item_type" -> value(node.path("item").path("type"));
      case "target_type" -> value(node.path("target").path("type"));
      case "action_type" -> ActivityKind.stored(node.path("action_type").textValue());
      case "purchase_cost" -> money(node.path("purchase_cost"));
      case "permissions" -> permissions(node.path("permissions"));
      default ->
          column.endsWith("_id")
              ? id(node.path(column.substring(0, column.length() - 3)))
              : value(node.path(column));
    };
  }

  private static @Nullable Integer id(JsonNode reference) {
    return reference.path("id").isInt() ? reference.get("id").intValue() : null;
  }

  private static @Nullable Object value(JsonNode value) {
    if (value.isInt()) {
      return value.intValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isTextual()) {
      return Html.unescape(value.textValue());
    }
    return value.isObject() ? moment(value) : null;
  }

  /**
   * A date or time; one that no calendar has, such as {@code -0001-11-30}, counts as the oldest.
   */
  private static @Nullable Object moment(JsonNode value) {
    try {
      if (value.has("datetime")) {
        return LocalDateTime.parse(value.get("datetime").asText(), TIME);
      }
      return value.has("date") ? LocalDate.parse(value.get("date").asText()) : null;
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static @Nullable BigDecimal money(JsonNode value) {
    return value.isTextual()
        ? new BigDecimal(value.textValue().replaceAll("[^0-9-]", "")).movePointLeft(2)
        : null;
  }

  private static Map<String, Integer> permissions(JsonNode value) {
    Map<String, Integer> permissions = new HashMap<>();
    value.properties().forEach(entry -> permissions.put(entry.getKey(), entry.getValue().asInt()));
    return permissions;
  }
}
