package io.assetsync.snipeit.standin;

import java.util.Map;

/**
 * What happens to accessories, consumables and components when they are handed out: the thing
 * itself is never stamped. Not safe for several threads; the estate sees to that.
 */
final class Handouts {

  private static final String CHECKOUTS = "accessories/checkedout";
  private static final String INSTALLATIONS = "components/assets";

  private final Tables tables;

  Handouts(Tables tables) {
    this.tables = tables;
  }

  int checkOutAccessory(int accessory, String type, int target) {
    tables.existing("accessories", accessory);
    tables.existing(Types.kind(type), target);
    tables.log().checkedOut("accessories", accessory, Types.kind(type), target, Map.of());
    return tables.create(
        CHECKOUTS, Map.of("accessory_id", accessory, "assigned_type", type, "assigned_to", target));
  }

  void checkInAccessory(int checkout) {
    Row row = tables.existing(CHECKOUTS, checkout);
    String type = String.valueOf(row.text("assigned_type"));
    tables
        .log()
        .checkedIn(
            "accessories",
            row.integer("accessory_id"),
            Types.kind(type),
            row.integer("assigned_to"),
            Map.of());
    tables.delete(CHECKOUTS, checkout);
  }

  /** The API stores the user who is given something as the one who gives it, too. */
  int consume(int consumable, int user) {
    tables.existing("consumables", consumable);
    tables.existing("users", user);
    tables.log().checkedOut("consumables", consumable, "users", user, Map.of());
    return tables.create(
        "consumables/users",
        Map.of("consumable_id", consumable, "assigned_to", user, "created_by", user));
  }

  int installComponent(int component, int asset, int quantity) {
    tables.existing("components", component);
    tables.existing("hardware", asset);
    tables.log().checkedOut("components", component, "hardware", asset, Map.of());
    return tables.create(
        INSTALLATIONS,
        Map.of("component_id", component, "asset_id", asset, "assigned_qty", quantity));
  }

  void removeComponent(int installation) {
    Row row = tables.existing(INSTALLATIONS, installation);
    tables
        .log()
        .checkedIn(
            "components",
            row.integer("component_id"),
            "hardware",
            row.integer("asset_id"),
            Map.of());
    tables.delete(INSTALLATIONS, installation);
  }
}
