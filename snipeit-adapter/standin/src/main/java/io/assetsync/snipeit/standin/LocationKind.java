package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Locations. Deleted ones cannot be listed in any way. */
final class LocationKind {

  private static final Tally ASSETS = Tally.of("hardware", "location_id");
  private static final Tally DEFAULT_ASSETS = Tally.of("hardware", "rtd_location_id");
  private static final Tally USERS = Tally.of("users", "location_id");
  private static final Tally CHILDREN = Tally.of("locations", "parent_id");
  private static final Tally ASSIGNED_ASSETS =
      new Tally(
          "hardware",
          (asset, view) ->
              "location".equals(asset.text("assigned_type")) ? asset.get("assigned_to") : null,
          (asset, view) -> true);
  private static final Tally ACCESSORIES = Tally.of("accessories", "location_id");
  private static final Tally ASSIGNED_ACCESSORIES =
      new Tally(
          "accessories/checkedout",
          (checkout, view) ->
              "location".equals(checkout.text("assigned_type"))
                  ? checkout.get("assigned_to")
                  : null,
          (checkout, view) -> true);

  static final Kind LOCATIONS =
      Kind.named("locations", "locations", "Location not found")
          .texts("name", "address", "address2", "city", "state", "country", "zip", "phone")
          .texts("fax", "currency", "ldap_ou", "notes", "image")
          .integers("parent_id", "manager_id", "company_id")
          .softDeletes()
          .sorts("id", "name", "address", "address2", "city", "state", "country", "zip")
          .sorts("created_at", "updated_at", "currency", "ldap_ou", "phone", "fax")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.live(), Filters.equal("name"), Filters.equal("company_id"))
          .filters(Filters.equal("manager_id"), Filters.equal("address"), Filters.equal("city"))
          .filters(Filters.equal("zip"), Filters.equal("country"))
          .shownAs(layout());

  private LocationKind() {}

  private static Layout layout() {
    Cell deletable = allowed("locations.delete", LocationKind::deletable);
    return new Layout()
        .put("id", Cells.id())
        .put("name", Cells.text("name"))
        .put("image", Cells.upload("image", "locations"))
        .put("address", textOrNull("address"))
        .put("address2", textOrNull("address2"))
        .put("city", textOrNull("city"))
        .put("state", textOrNull("state"))
        .put("country", textOrNull("country"))
        .put("zip", textOrNull("zip"))
        .put("phone", textOrNull("phone"))
        .put("fax", textOrNull("fax"))
        .put("accessories_count", count(ACCESSORIES))
        .put("assigned_accessories_count", count(ASSIGNED_ACCESSORIES))
        .put("assigned_assets_count", count(ASSIGNED_ASSETS))
        .put("assets_count", count(ASSETS))
        .put("rtd_assets_count", count(DEFAULT_ASSETS))
        .put("users_count", count(USERS))
        .put("currency", textOrNull("currency"))
        .put("ldap_ou", textOrNull("ldap_ou"))
        .put("notes", Cells.markdown("notes"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("parent", reference("locations", "parent_id"))
        .put("manager", LocationKind::manager)
        .put("company", reference("companies", "company_id"))
        .put("children", LocationKind::children)
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("locations.edit"))
                .put("delete", deletable)
                .put("bulk_selectable", new Layout().put("delete", deletable))
                .put("clone", allowed("locations.create")));
  }

  private static boolean deletable(Row location, View view) {
    int id = location.id();
    return view.count(ASSIGNED_ASSETS, id) == 0
        && view.count(ASSETS, id) == 0
        && view.count(USERS, id) == 0
        && view.count(CHILDREN, id) == 0;
  }

  private static void manager(Row location, View view, JsonGenerator json) throws IOException {
    Row manager = view.live("users", location.integer("manager_id"));
    if (manager == null) {
      json.writeNull();
      return;
    }
    UserKind.WITHOUT_COUNTS.write(manager, view, json);
  }

  /** Names are not escaped here. */
  private static void children(Row location, View view, JsonGenerator json) throws IOException {
    json.writeStartArray();
    if (view.count(CHILDREN, location.id()) > 0) {
      for (int id : view.content().ids("locations")) {
        Row child = view.live("locations", id);
        if (child != null && child.integer("parent_id") == location.id()) {
          json.writeStartObject();
          json.writeNumberField("id", id);
          json.writeStringField("name", child.text("name"));
          json.writeEndObject();
        }
      }
    }
    json.writeEndArray();
  }
}
