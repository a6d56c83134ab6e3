package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Asset models. */
final class ModelKind {

  private static final Tally ASSETS = Tally.of("hardware", "model_id");

  static final Kind MODELS =
      Kind.named("models", "models", "AssetModel not found")
          .texts("name", "model_number", "image", "notes")
          .integers("manufacturer_id", "category_id", "depreciation_id", "fieldset_id")
          .integers("eol", "min_amt")
          .flags("requestable")
          .softDeletes()
          .unsignedOffset()
          .sorts("id", "name", "model_number", "min_amt", "eol", "notes", "requestable")
          .sorts("created_at", "updated_at")
          .sorts("assets_count", (model, view) -> view.count(ASSETS, model.id()), false)
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.deletedIf("status", "deleted"), Filters.equal("name"))
          .filters(Filters.equal("model_number"), Filters.equal("category_id"))
          .filters(Filters.equal("depreciation_id"), Filters.equal("notes"))
          .shownAs(layout());

  private ModelKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", Cells.text("name"))
        .put("manufacturer", reference("manufacturers", "manufacturer_id"))
        .put("image", Cells.upload("image", "models"))
        .put("model_number", textOrNull("model_number"))
        .put("min_amt", Cells.numberOrNull("min_amt"))
        .put(
            "remaining",
            (model, view, json) ->
                json.writeNumber(view.count(ASSETS, model.id()) - model.integer("min_amt")))
        .put("depreciation", reference("depreciations", "depreciation_id"))
        .put("assets_count", count(ASSETS))
        .put("category", reference("categories", "category_id"))
        .put("fieldset", reference("fieldsets", "fieldset_id"))
        .put("default_fieldset_values", ModelKind::defaults)
        .put("eol", ModelKind::eol)
        .put("requestable", Cells.flag("requestable"))
        .put("notes", Cells.markdown("notes"))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("deleted_at", time("deleted_at"))
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("models.edit", (model, view) -> !model.deleted()))
                .put("delete", allowed("models.delete", ModelKind::deletable))
                .put("clone", allowed("models.create", (model, view) -> !model.deleted()))
                .put("restore", allowed("models.create", (model, view) -> model.deleted())));
  }

  private static boolean deletable(Row model, View view) {
    return !model.deleted() && view.count(ASSETS, model.id()) == 0;
  }

  /** In an order that is another for each size of page, as measured. */
  private static void defaults(Row model, View view, JsonGenerator json) throws IOException {
    json.writeStartArray();
    Row fieldset = view.live("fieldsets", model.integer("fieldset_id"));
    List<Object> fields = new ArrayList<>(CustomFields.ofFieldset(fieldset));
    String limit = view.query().filled("limit");
    Collections.rotate(fields, limit == null ? 0 : PhpValue.integer(limit));
    for (Object id : fields) {
      Row field = view.live("fields", (Integer) id);
      if (field != null) {
        json.writeStartObject();
        json.writeFieldName("name");
        Cells.writeText(json, field.text("name"));
        json.writeStringField("db_column_name", CustomFields.columnName(field));
        json.writeNullField("default_value");
        json.writeStringField("format", CustomFields.format(field));
        json.writeBooleanField("required", false);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void eol(Row model, View view, JsonGenerator json) throws IOException {
    int months = model.integer("eol");
    json.writeString(months == 0 ? "None" : months + " months");
  }
}
