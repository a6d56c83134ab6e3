package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fieldsets, in one answer, with their fields and the models that use them. */
final class FieldsetKind {

  static final Kind FIELDSETS =
      Kind.named("fieldsets", "customfields", "Fieldset does not exist")
          .texts("name")
          .lists("fields")
          .unpaged()
          .shownAs(
              new Layout()
                  .put("id", Cells.id())
                  .put("name", Cells.text("name"))
                  .put("fields", FieldsetKind::fields)
                  .put("models", FieldsetKind::models)
                  .put("created_at", time("created_at"))
                  .put("updated_at", time("updated_at")));

  private static final Layout FIELD = FieldKind.layout();

  private FieldsetKind() {}

  private static void fields(Row fieldset, View view, JsonGenerator json) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Object id : CustomFields.ofFieldset(fieldset)) {
      Row field = view.live("fields", (Integer) id);
      if (field != null) {
        rows.add(field);
      }
    }
    writeList(rows, FIELD, view, json);
  }

  private static void models(Row fieldset, View view, JsonGenerator json) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int id : view.content().ids("models")) {
      Row model = view.live("models", id);
      if (model != null && model.integer("fieldset_id") == fieldset.id()) {
        rows.add(model);
      }
    }
    writeList(rows, (model, ignored, out) -> Cells.writeReference(out, model), view, json);
  }

  private static void writeList(List<Row> rows, Cell cell, View view, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("total", rows.size());
    json.writeArrayFieldStart("rows");
    for (Row row : rows) {
      cell.write(row, view, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
