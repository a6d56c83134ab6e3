package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changed columns of an activity, old and new value of each. References are shown with a label
 * instead of the column, behind the other columns; values of encrypted fields are in clear text for
 * administrators and stars for others.
 */
final class ActivityChanges implements Cell {

  private static final String MASK = "************";

  private static final Map<String, Reference> REFERENCES = references();

  /**
   * How a reference is shown.
   *
   * @param empty what stands for no reference
   */
  private record Reference(String kind, String label, String empty) {}

  @Override
  public void write(Row activity, View view, JsonGenerator json) throws IOException {
    if (!(activity.get("log_meta") instanceof Map<?, ?> changes)) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    for (Map.Entry<?, ?> change : changes.entrySet()) {
      if (!REFERENCES.containsKey(change.getKey())) {
        writeValues(String.valueOf(change.getKey()), (List<?>) change.getValue(), view, json);
      }
    }
    for (Map.Entry<String, Reference> reference : REFERENCES.entrySet()) {
      if (changes.get(reference.getKey()) instanceof List<?> values) {
        Reference shown = reference.getValue();
        writePair(
            shown.label(),
            named(shown, values.get(0), view),
            named(shown, values.get(1), view),
            json);
      }
    }
    json.writeEndObject();
  }

  private static void writeValues(String column, List<?> values, View view, JsonGenerator json)
      throws IOException {
    String old = String.valueOf(values.get(0));
    String fresh = String.valueOf(values.get(1));
    if (!encrypted(column, view)) {
      writePair(column, Html.escape(old), Html.escape(fresh), json);
      return;
    }
    boolean clear = view.can("admin");
    writePair(column, clear ? old : MASK, clear ? fresh : MASK, json);
  }

  private static void writePair(String key, String old, String fresh, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(key);
    json.writeStringField("old", old);
    json.writeStringField("new", fresh);
    json.writeEndObject();
  }

  private static boolean encrypted(String column, View view) {
    if (!column.startsWith("_snipeit_")) {
      return false;
    }
    int id = PhpValue.integer(column.substring(column.lastIndexOf('_') + 1));
    Row field = view.withDeleted("fields", id);
    return field != null
        && CustomFields.columnName(field).equals(column)
        && field.flag("field_encrypted");
  }

  private static String named(Reference reference, @Nullable Object id, View view) {
    String text = String.valueOf(id);
    if (text.isEmpty()) {
      return reference.empty();
    }
    Row row = view.content().row(reference.kind(), PhpValue.integer(text));
    String name = row == null ? null : row.text("name");
    return "[id: " + text + "] " + (name == null ? "deleted" : Html.escape(name));
  }

  private static Map<String, Reference> references() {
    Map<String, Reference> references = new LinkedHashMap<>();
    references.put("rtd_location_id", new Reference("locations", "Default Location", ""));
    references.put("location_id", new Reference("locations", "Current Location", ""));
    references.put("model_id", new Reference("models", "Model", "[id: ] deleted"));
    references.put("company_id", new Reference("companies", "Company", "Unassigned"));
    references.put("supplier_id", new Reference("suppliers", "Supplier", "Unassigned"));
    references.put("status_id", new Reference("statuslabels", "Status", "Unassigned"));
    return references;
  }
}
