package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
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
    json.writeStartObject();
    for (int id : fields(asset, view)) {
      Row field = view.live("fields", id);
      if (field != null) {
        json.writeFieldName(String.valueOf(field.text("name")));
        writeField(field, asset.text(COLUMN_PREFIX + id), view, json);
      }
    }
    json.writeEndObject();
  }

  /** {@code _snipeit_mac_address_5}: label and id. */
  static String columnName(Row field) {
    return "_snipeit_" + Formats.slug(String.valueOf(field.text("name")), '_') + "_" + field.id();
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

  private static int[] fields(Row asset, View view) {
    Row model = view.withDeleted("models", asset.integer("model_id"));
    if (model == null) {
      return new int[0];
    }
    return ofFieldset(view.live("fieldsets", model.integer("fieldset_id"))).stream()
        .mapToInt(id -> (Integer) id)
        .toArray();
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
      return "ENCRYPTED";
    }
    return format(field).equals("DATE") ? displayDate(stored) : stored;
  }

  /** Dates are shown as the site displays dates; a bad one is shown with a remark. */
  private static String displayDate(String stored) {
    try {
      return Formats.display(LocalDate.parse(stored));
    } catch (DateTimeException bad) {
      return stored + " (Invalid date value.)";
    }
  }
}
