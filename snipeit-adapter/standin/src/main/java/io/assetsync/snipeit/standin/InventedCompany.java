package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an invented company. The small ones are written out here; assets, users and
 * locations are computed, in proportion to the number of assets.
 */
final class InventedCompany {

  /** The account whose token a stand-in accepts from the start: a superuser. */
  static final int FIRST_USER = 1;

  static final int ACCESSORY_CATEGORY = InventedModels.CATEGORIES.size() + 1;
  static final int LICENSE_CATEGORY = InventedModels.CATEGORIES.size() + 2;
  static final int CONSUMABLE_CATEGORY = InventedModels.CATEGORIES.size() + 3;
  static final int COMPONENT_CATEGORY = InventedModels.CATEGORIES.size() + 4;

  private static final LocalDateTime FOUNDED = LocalDateTime.of(2021, 3, 1, 8, 0);

  private final long seed;
  private final int assets;

  InventedCompany(long seed, int assets) {
    this.seed = seed;
    this.assets = assets;
  }

  Map<String, Table> tables() {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("companies", companies());
    tables.put("departments", departments());
    tables.put("suppliers", suppliers());
    tables.put("manufacturers", manufacturers());
    tables.put("categories", categories());
    tables.put("depreciations", depreciations());
    tables.put("statuslabels", statusLabels());
    tables.put("fields", fields());
    tables.put("fieldsets", fieldsets());
    tables.put("models", InventedModels.table());
    int rooms = Math.max(12, Math.min(4_000, assets / 200));
    int users = Math.max(20, assets / 5 * 2);
    tables.put("locations", new Table(rooms, new InventedLocations(seed)));
    tables.put("users", new Table(users, new InventedUsers(seed, rooms)));
    tables.put("hardware", new Table(assets, new InventedAssets(seed, users, rooms)));
    new InventedSupply(seed, assets, users, rooms).addTo(tables);
    return tables;
  }

  /** A row with its times: each a minute after the one before it, three at a time. */
  static void add(Table table, @Nullable Object... columnsAndValues) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (int at = 0; at < columnsAndValues.length; at += 2) {
      row.put((String) columnsAndValues[at], columnsAndValues[at + 1]);
    }
    LocalDateTime created = FOUNDED.plusMinutes(table.ids().length / 3);
    row.putIfAbsent("created_at", created);
    row.putIfAbsent("updated_at", created.plusDays(table.ids().length));
    row.putIfAbsent("created_by", FIRST_USER);
    table.insert(row);
  }

  private static Table companies() {
    Table table = Table.empty();
    add(table, "name", "Nordhafen Werke AG", "phone", "+49 40 5550100", "fax", "+49 40 5550101");
    add(
        table,
        "name",
        "Nordhafen Logistik GmbH & Co. KG",
        "email",
        "it@logistik.nordhafen.example");
    add(table, "name", "O'Brien \"Signal\" Systems <UK> Ltd", "notes", "Bought in **2022**");
    add(table, "name", "Société Électrique du Rhône", "phone", "+33 4 5550 0110");
    add(table, "name", "Łódź Serwis Sp. z o.o.");
    add(table, "name", "Nordhafen Japan 株式会社", "created_by", null);
    return table;
  }

  private static Table departments() {
    Table table = Table.empty();
    List<String> names =
        List.of(
            "Accounting",
            "Assembly",
            "Customer Service",
            "Facility Management",
            "Human Resources",
            "Information Technology",
            "Legal & Compliance",
            "Logistics",
            "Marketing",
            "Purchasing",
            "Quality",
            "R&D <Labs>",
            "Sales 'Europe'",
            "Works Council");
    for (int at = 0; at < names.size(); at++) {
      add(
          table,
          "name",
          names.get(at),
          "company_id",
          1 + at % 6,
          "manager_id",
          at % 3 == 0 ? null : 2 + at,
          "location_id",
          1 + at % 12,
          "phone",
          at % 4 == 0 ? "+49 40 5550" + (200 + at) : null);
    }
    return table;
  }

  private static Table suppliers() {
    Table table = Table.empty();
    List<String> names =
        List.of(
            "Alster IT-Handel",
            "Bürobedarf Müller & Söhne",
            "Cable & Rack Ltd",
            "Datenkontor 24",
            "Elbe Systemhaus",
            "Fjord Computing AS",
            "Green Leasing",
            "Hanse Mobilfunk",
            "\"Best\" Price <Direct>",
            "Wiederverwendung e.V.");
    for (int at = 0; at < names.size(); at++) {
      add(
          table,
          "name",
          names.get(at),
          "url",
          "https://supplier-" + (at + 1) + ".example/?a=1&b=2",
          "address",
          at + 1 + " Kai",
          "city",
          at % 2 == 0 ? "Hamburg" : "Zürich",
          "country",
          at % 2 == 0 ? "DE" : "CH",
          "zip",
          Seeds.digits(1000 + at, 5),
          "email",
          "sales@supplier-" + (at + 1) + ".example",
          "contact",
          at % 3 == 0 ? "Sales desk" : null,
          "notes",
          at % 5 == 0 ? "Frame contract, see https://intranet.example/contracts." : null);
    }
    return table;
  }

  private static Table manufacturers() {
    Table table = Table.empty();
    for (String name : InventedModels.MANUFACTURERS) {
      String host = Ranking.fold(name).replaceAll("[^a-z]", "") + ".example";
      add(
          table,
          "name",
          name,
          "url",
          "https://" + host,
          "support_url",
          "https://support." + host,
          "support_email",
          "support@" + host,
          "support_phone",
          "+49 800 5550" + (300 + table.ids().length));
    }
    add(
        table,
        "name",
        "Pleite & Partner",
        "url",
        "https://pleite.example",
        "support_email",
        "office@pleite.example",
        "deleted_at",
        FOUNDED.plusYears(2));
    return table;
  }

  private static Table categories() {
    Table table = Table.empty();
    for (String name : InventedModels.CATEGORIES) {
      add(
          table,
          "name",
          name,
          "category_type",
          "asset",
          "eula_text",
          name.equals("Laptops") ? "Handle with *care*." : null,
          "require_acceptance",
          name.equals("Phones"),
          "checkin_email",
          true);
    }
    add(table, "name", "Keyboards", "category_type", "accessory", "checkin_email", false);
    add(table, "name", "Office Software", "category_type", "license", "checkin_email", false);
    add(table, "name", "Paper & Ink", "category_type", "consumable", "checkin_email", false);
    add(table, "name", "Memory", "category_type", "component", "checkin_email", false);
    return table;
  }

  private static Table depreciations() {
    Table table = Table.empty();
    add(table, "name", "Computers (3 years)", "months", 36);
    add(table, "name", "Phones (2 years)", "months", 24, "depreciation_min", "50.00");
    add(table, "name", "Infrastructure & displays", "months", 60);
    return table;
  }

  private static Table statusLabels() {
    Table table = Table.empty();
    add(table, "name", "Ready to Deploy", "type", "deployable", "default_label", true);
    add(table, "name", "Pending", "type", "pending", "notes", "Ordered, not yet here");
    add(table, "name", "Archived", "type", "archived");
    add(table, "name", "Out for Diagnostics", "type", "undeployable", "color", "#f39c12");
    add(table, "name", "Lost/Stolen", "type", "undeployable", "show_in_nav", true);
    add(table, "name", "Sold & scrapped", "type", "archived", "color", "#777777");
    add(table, "name", "In stock <Hamburg>", "type", "deployable");
    return table;
  }

  private static Table fields() {
    Table table = Table.empty();
    add(table, "name", "RAM", "element", "listbox", "field_values", "8 GB\r\n16 GB\r\n32 GB");
    add(table, "name", "CPU", "element", "text");
    add(table, "name", "MAC Address", "element", "text", "format", "MAC");
    add(table, "name", "Disk encrypted", "element", "text", "format", "BOOLEAN");
    add(table, "name", "Lease end", "element", "text", "format", "DATE");
    add(table, "name", "BIOS password", "element", "text", "field_encrypted", true);
    add(table, "name", "IMEI", "element", "text", "format", "regex:/^[0-9]{15}$/");
    add(table, "name", "Phone Number", "element", "text", "show_in_listview", true);
    add(table, "name", "Carrier", "element", "radio", "field_values", "Alster\r\nB & C\r\nO'Net");
    add(table, "name", "Größe & Maß <cm>", "element", "text");
    add(table, "name", "Ports", "element", "checkbox", "field_values", "HDMI\r\nDP\r\nUSB-C");
    return table;
  }

  private static Table fieldsets() {
    Table table = Table.empty();
    add(table, "name", "Computers", "fields", List.of(1, 2, 3, 4, 5, 6));
    add(table, "name", "Mobile devices", "fields", List.of(7, 8, 9, 5));
    add(table, "name", "Displays & <Größe>", "fields", List.of(10, 11));
    add(table, "name", "Empty fieldset", "fields", List.of());
    return table;
  }
}
