package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Accessories that somebody has: a user, a location or an asset, even one that is deleted. */
final class AccessoryCheckoutKind {

  static final Kind CHECKOUTS =
      Kind.named("accessories/checkedout", "accessories", "Accessory not found")
          .childOf("accessories", "accessory_id", "Accessory not found")
          .texts("assigned_type", "note")
          .integers("assigned_to")
          .uncapped()
          .notReadById()
          .shownAs(
              new Layout()
                  .put("id", Cells.id())
                  .put("assigned_to", AccessoryCheckoutKind::assignedTo)
                  .put("note", Cells.textOrNull("note"))
                  .put("created_by", Cells.createdBy())
                  .put("created_at", Cells.time("created_at"))
                  .put(
                      "available_actions",
                      new Layout().put("checkin", Cells.allowed("accessories.checkin"))));

  private static final Layout USER =
      target(UserKind::avatar, "user", AccessoryCheckoutKind::userName)
          .put("first_name", Cells.text("first_name"))
          .put("last_name", Cells.text("last_name"))
          .put("username", Cells.text("username"))
          .put("created_by", Cells.createdBy())
          .put("created_at", Cells.time("created_at"))
          .put("deleted_at", Cells.time("deleted_at"));

  private static final Layout LOCATION =
      target(Cells.upload("image", "locations"), "location", Cells.text("name"))
          .put("created_by", Cells.createdBy())
          .put("created_at", Cells.time("created_at"));

  private static final Layout ASSET =
      target(AssetCells::image, "asset", AssetCells::displayName)
          .put("model", AccessoryCheckoutKind::model)
          .put("model_number", AssetCells::modelNumber)
          .put("asset_tag", Cells.text("asset_tag"))
          .put("serial", Cells.text("serial"));

  private AccessoryCheckoutKind() {}

  private static Layout target(Cell image, String type, Cell name) {
    return new Layout()
        .put("id", Cells.id())
        .put("image", image)
        .put("type", Cells.constant(type))
        .put("name", name);
  }

  private static void assignedTo(Row checkout, View view, JsonGenerator json) throws IOException {
    String type = checkout.text("assigned_type");
    Row target =
        type == null ? null : view.withDeleted(Types.kind(type), checkout.integer("assigned_to"));
    if (type == null || target == null) {
      json.writeNull();
      return;
    }
    Layout layout =
        switch (type) {
          case "user" -> USER;
          case "location" -> LOCATION;
          default -> ASSET;
        };
    layout.write(target, view, json);
  }

  private static void userName(Row user, View view, JsonGenerator json) throws IOException {
    Cells.writeText(json, UserKind.displayName(user, view));
  }

  private static void model(Row asset, View view, JsonGenerator json) throws IOException {
    Row model = AssetCells.model(asset, view);
    Cells.writeTextOrNull(json, model == null ? null : model.text("name"));
  }
}
