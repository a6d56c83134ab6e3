package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The tables of an invented company besides those that assets refer to: licenses, stock,
 * maintenances, activities, groups and kits. They grow much more slowly than the assets do.
 */
final class InventedSupply {

  private static final List<String> ACCESSORIES =
      List.of("Keyboard", "Mouse & pad", "Headset \"Pro\"", "Bag <15>", "Kabel für Größe L");
  private static final List<String> CONSUMABLES =
      List.of("Paper A4", "Toner & drum", "Batteries <AA>", "Étiquettes");
  private static final List<String> COMPONENTS =
      List.of("16 GB module", "1 TB disk", "Battery & screws", "Fan <quiet>");

  private final long seed;
  private final int assets;
  private final int users;
  private final int rooms;

  InventedSupply(long seed, int assets, int users, int rooms) {
    this.seed = seed;
    this.assets = assets;
    this.users = users;
    this.rooms = rooms;
  }

  void addTo(Map<String, Table> tables) {
    InventedLicenses licenses = new InventedLicenses(seed, users, assets);
    tables.put("licenses", new Table(licenses.licenses(), licenses));
    tables.put("licenses/seats", new Table(licenses.seats(), licenses::seat));
    int kinds = Math.max(5, Math.min(80, assets / 1_500));
    int handedOut = kinds * InventedStock.HANDED_OUT_OF_EACH;
    InventedStock accessories = stock(InventedCompany.ACCESSORY_CATEGORY, ACCESSORIES);
    tables.put("accessories", new Table(kinds, accessories));
    tables.put("accessories/checkedout", new Table(handedOut, accessories::checkout));
    InventedStock consumables = stock(InventedCompany.CONSUMABLE_CATEGORY, CONSUMABLES);
    tables.put("consumables", new Table(kinds, consumables));
    tables.put("consumables/users", new Table(handedOut, consumables::assignment));
    InventedStock components = stock(InventedCompany.COMPONENT_CATEGORY, COMPONENTS);
    tables.put("components", new Table(kinds, components));
    tables.put(
        "components/assets", new Table(assets == 0 ? 0 : handedOut, components::installation));
    int maintenances = assets == 0 ? 0 : Math.max(5, Math.min(800, assets / 100));
    tables.put("maintenances", new Table(maintenances, new InventedMaintenances(seed, assets)));
    int activities = assets == 0 ? 0 : Math.max(20, Math.min(2_000, assets / 50));
    tables.put(ActivityKind.PATH, new Table(activities, new InventedActivity(seed, assets, users)));
    tables.put("groups", groups());
    addKits(tables);
  }

  private InventedStock stock(int category, List<String> names) {
    return new InventedStock(seed, users, assets, rooms, category, names);
  }

  private static Table groups() {
    Table table = Table.empty();
    InventedCompany.add(
        table, "name", "Helpdesk & Co", "permissions", Map.of("assets.view", 1, "users.view", 1));
    InventedCompany.add(table, "name", "Auditors", "notes", "See *everything*");
    return table;
  }

  private static void addKits(Map<String, Table> tables) {
    Table kits = Table.empty();
    InventedCompany.add(kits, "name", "New hire & co");
    InventedCompany.add(kits, "name", "Home <office>");
    InventedCompany.add(kits, "name", "Empty kit");
    tables.put("kits", kits);
    tables.put("kits/models", elements("model_id", 1, 1, 1, 8, 2, 13));
    tables.put("kits/licenses", elements("license_id", 1, 1, 2, 2));
    tables.put("kits/accessories", elements("accessory_id", 1, 1, 1, 2, 2, 1));
    tables.put("kits/consumables", elements("consumable_id", 2, 2));
  }

  /** Pairs of a kit and what it holds. */
  private static Table elements(String column, int... pairs) {
    Table table = Table.empty();
    for (int at = 0; at < pairs.length; at += 2) {
      InventedCompany.add(
          table,
          "kit_id",
          pairs[at],
          column,
          pairs[at + 1],
          "quantity",
          1 + at / 2,
          "created_at",
          LocalDateTime.of(2022, 5, 2, 8, 0));
    }
    return table;
  }
}
