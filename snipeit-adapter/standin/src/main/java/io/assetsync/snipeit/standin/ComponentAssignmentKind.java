package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The assets that components are built into. To see them takes the right to see assets. */
final class ComponentAssignmentKind {

  static final Kind ASSIGNMENTS =
      Kind.named("components/assets", "assets", "Component not found")
          .childOf("components", "component_id", "Component not found")
          .texts("note")
          .integers("asset_id", "assigned_qty")
          .uncapped()
          .identifiedBy("assigned_pivot_id")
          .notReadById()
          .filters((query, view) -> pivot -> asset(pivot, view) != null)
          .shownAs(
              new Layout()
                  .put("assigned_pivot_id", Cells.id())
                  .put("id", Cells.number("asset_id"))
                  .put("name", ComponentAssignmentKind::name)
                  .put("qty", Cells.number("assigned_qty"))
                  .put("note", Cells.raw("note"))
                  .put("type", Cells.constant("asset"))
                  .put("created_at", Cells.time("created_at"))
                  .put(
                      "available_actions",
                      new Layout().put("checkin", Cells.allowed("components.checkin"))));

  private ComponentAssignmentKind() {}

  /** The asset; null if it is deleted, gone or hidden, which hides the assignment. */
  static @Nullable Row asset(Row pivot, View view) {
    return view.live("hardware", pivot.integer("asset_id"));
  }

  /** The model's name, then the asset's, which ends with the model's name again. */
  private static void name(Row pivot, View view, JsonGenerator json) throws IOException {
    Row asset = asset(pivot, view);
    if (asset == null) {
      json.writeNull();
      return;
    }
    Row model = AssetCells.model(asset, view);
    String prefix = model == null ? "" : model.text("name") + " ";
    Cells.writeText(json, prefix + AssetCells.fullName(asset, view));
  }
}
