package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.constant;
import static io.assetsync.snipeit.standin.Cells.flag;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Custom fields, in one answer. */
final class FieldKind {

  static final Kind FIELDS =
      Kind.named("fields", "customfields", "That field does not exist.")
          .texts("name", "format", "field_values", "element")
          .flags("field_encrypted", "display_in_user_view", "auto_add_to_fieldsets")
          .flags("show_in_listview", "display_checkin", "display_checkout", "display_audit")
          .unpaged()
          .shownAs(layout());

  private FieldKind() {}

  static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put(
            "db_column_name",
            (field, view, json) -> json.writeString(CustomFields.columnName(field)))
        .put("format", (field, view, json) -> json.writeString(CustomFields.format(field)))
        .put("field_values", Cells.textOrNull("field_values"))
        .put("field_values_array", FieldKind::values)
        .put("type", text("element"))
        .put("required", constant(false))
        .put("display_in_user_view", flag("display_in_user_view"))
        .put("auto_add_to_fieldsets", flag("auto_add_to_fieldsets"))
        .put("show_in_listview", flag("show_in_listview"))
        .put("display_checkin", flag("display_checkin"))
        .put("display_checkout", flag("display_checkout"))
        .put("display_audit", flag("display_audit"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"));
  }

  /** Snipe-IT escapes the whole text and then splits it at each CRLF. */
  private static void values(Row field, View view, JsonGenerator json) throws IOException {
    String values = field.text("field_values");
    if (values == null || values.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartArray();
    for (String value : Html.escape(values).split("\r\n", -1)) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
