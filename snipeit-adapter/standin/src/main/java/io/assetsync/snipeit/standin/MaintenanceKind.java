package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.date;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Filters.equal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Maintenances of assets. Who may see assets may see them, and company scope is the asset's. */
final class MaintenanceKind {

  static final Kind MAINTENANCES =
      Kind.named("maintenances", "assets", "AssetMaintenance not found")
          .texts("title", "notes", "asset_maintenance_type")
          .integers("asset_id", "supplier_id", "asset_maintenance_time")
          .flags("is_warranty")
          .dates("start_date", "completion_date")
          .money("cost")
          .softDeletes()
          .scoped((row, view) -> view.live("hardware", row.integer("asset_id")) != null)
          .unsignedOffset()
          .sorts("id", "title", "asset_maintenance_time", "asset_maintenance_type", "cost")
          .sorts("start_date", "completion_date", "notes", "is_warranty")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.live(), equal("asset_id"), equal("supplier_id"))
          .filters(equal("created_by"), equal("asset_maintenance_type"))
          .shownAs(layout());

  private MaintenanceKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("asset", ofAsset(assetLayout()))
        .put("model", ofAsset(MaintenanceKind::model))
        .put("status_label", ofAsset(AssetCells::statusLabel))
        .put("company", ofAsset(reference("companies", "company_id")))
        .put("title", textOrNull("title"))
        .put("location", ofAsset(reference("locations", "location_id")))
        .put("rtd_location", ofAsset(reference("locations", "rtd_location_id")))
        .put("notes", Cells.markdown("notes"))
        .put("supplier", Cells.referenceWithDeleted("suppliers", "supplier_id"))
        .put("cost", Cells.money("cost"))
        .put("asset_maintenance_type", text("asset_maintenance_type"))
        .put("start_date", date("start_date"))
        .put("asset_maintenance_time", Cells.numberOrNull("asset_maintenance_time"))
        .put("completion_date", date("completion_date"))
        .put("user_id", Cells.createdBy())
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("is_warranty", (row, view, json) -> json.writeNumber(row.flag("is_warranty") ? 1 : 0))
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("assets.edit"))
                .put("delete", allowed("assets.delete")));
  }

  private static Layout assetLayout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", textOrNull("name"))
        .put("asset_tag", text("asset_tag"))
        .put("serial", text("serial"))
        .put("deleted_at", time("deleted_at"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"));
  }

  /** A value of the asset, even a deleted one; null if it is gone. */
  private static Cell ofAsset(Cell cell) {
    return (maintenance, view, json) -> {
      Row asset = view.withDeleted("hardware", maintenance.integer("asset_id"));
      if (asset == null) {
        json.writeNull();
        return;
      }
      cell.write(asset, view, json);
    };
  }

  /** Name and number in one text. */
  private static void model(Row asset, View view, JsonGenerator json) throws IOException {
    Row model = AssetCells.model(asset, view);
    if (model == null) {
      json.writeNull();
      return;
    }
    String number = model.text("model_number");
    json.writeStartObject();
    json.writeNumberField("id", model.id());
    json.writeFieldName("name");
    Cells.writeText(json, model.text("name") + " " + (number == null ? "" : number));
    json.writeEndObject();
  }
}
