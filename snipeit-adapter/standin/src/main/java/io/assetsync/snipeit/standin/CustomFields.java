package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The custom fields of an asset: those of its model's fieldset, keyed by their labels. */
final class CustomFields implements Cell {

  /**
   * The column of an asset that holds the value of a field, followed by the field's id. Snipe-IT's
   * own column names carry the label and change with it.
   */
  static final String COLUMN_PREFIX = "custom_field_";

  @Override
  public void write(Row asset, View view, JsonGenerator json) throws IOException {
    List<Row> fields = fields(asset, view);
    boolean isList = isList(fields, view);
    if (isList) {
      json.writeStartArray();
    } else {
      json.writeStartObject();
    }
    for (Row field : fields) {
      if (!isList) {
        json.writeFieldName(label(field));
      }
      writeField(field, asset.text(COLUMN_PREFIX + field.id()), view, json);
    }
    if (isList) {
      json.writeEndArray();
    } else {
      json.writeEndObject();
    }
  }

  /** PHP takes an array whose keys count from 0 for a list; so it did an empty one at first. */
  private static boolean isList(List<Row> fields, View view) {
    if (fields.isEmpty()) {
      return !view.site().version().isAtLeast(Version.V8_1_4);
    }
    for (int at = 0; at < fields.size(); at++) {
      if (!label(fields.get(at)).equals(Integer.toString(at))) {
        return false;
      }
    }
    return true;
  }

  private static String label(Row field) {
    return String.valueOf(field.text("name"));
  }

  /** {@code _snipeit_mac_address_5}: label and id. */
  static String columnName(Row field) {
    return "_snipeit_" + Formats.slug(label(field), '_') + "_" + field.id();
  }

  /** The ids of the fields of a model's fieldset, in order. */
  static List<?> ofFieldset(@Nullable Row fieldset) {
    return fieldset != null && fieldset.get("fields") instanceof List<?> fields
        ? fields
        : List.of();
  }

  /** {@code ANY} for a format Snipe-IT knows as "custom". */
  static String format(Row field) {
    String format = field.text("format");
    return format == null || format.isEmpty() ? "ANY" : format;
  }

  private static List<Row> fields(Row asset, View view) {
    Row model = view.withDeleted("models", asset.integer("model_id"));
    if (model == null) {
      return List.of();
    }
    List<Row> fields = new ArrayList<>();
    for (Object id : ofFieldset(view.live("fieldsets", model.integer("fieldset_id")))) {
      Row field = view.live("fields", (Integer) id);
      if (field != null) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static void writeField(Row field, @Nullable String stored, View view, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("field");
    Cells.writeText(json, columnName(field));
    json.writeFieldName("value");
    Cells.writeText(json, shown(field, stored, view));
    json.writeStringField("field_format", format(field));
    json.writeStringField("element", field.text("element"));
    json.writeEndObject();
  }

  private static @Nullable String shown(Row field, @Nullable String stored, View view) {
    if (stored == null || stored.isEmpty()) {
      return stored;
    }
    if (field.flag("field_encrypted") && !view.viewer().readsEncryptedFields()) {
      return view.word("ENCRYPTED");
    }
    return format(field).equals("DATE") ? displayDate(stored, view) : stored;
  }

  /** Dates are shown as the site displays dates; a bad one is shown with a remark. */
  private static String displayDate(String stored, View view) {
    LocalDate day = StoredTime.day(stored);
    return day == null ? stored + " (Invalid date value.)" : DateDisplay.of(day, view.site());
  }
}
