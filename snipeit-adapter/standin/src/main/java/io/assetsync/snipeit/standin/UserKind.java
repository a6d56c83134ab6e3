package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.constant;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.flag;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Cells.zero;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Users. */
final class UserKind {

  static final Tally ASSETS =
      new Tally(
          "hardware",
          (asset, view) ->
              "user".equals(asset.text("assigned_type")) ? asset.get("assigned_to") : null,
          (asset, view) -> true);
  private static final Tally LICENSES =
      new Tally(
          "licenses/seats",
          SortKey.column("assigned_to"),
          (seat, view) -> view.live("licenses", seat.integer("license_id")) != null);
  private static final Tally ACCESSORIES =
      new Tally(
          "accessories/checkedout",
          (checkout, view) ->
              "user".equals(checkout.text("assigned_type")) ? checkout.get("assigned_to") : null,
          (checkout, view) -> true);
  private static final Tally CONSUMABLES = Tally.of("consumables/users", "assigned_to");
  private static final Tally MANAGED_USERS = Tally.of("users", "manager_id");
  private static final Tally MANAGED_LOCATIONS = Tally.of("locations", "manager_id");

  static final Kind USERS =
      Kind.named("users", "users", "User does not exist or you do not have permission view them.")
          .texts("first_name", "last_name", "username", "locale", "employee_num", "jobtitle")
          .texts("phone", "website", "address", "city", "state", "country", "zip", "email")
          .texts("notes", "avatar")
          .integers("manager_id", "department_id", "location_id", "company_id")
          .flags("remote", "vip", "activated", "autoassign_licenses", "ldap_import")
          .dates("start_date", "end_date")
          .times("last_login")
          .maps("permissions")
          .lists("groups")
          .softDeletes()
          .scoped()
          .sorts("id", "first_name", "last_name", "username", "email", "employee_num")
          .sorts("created_at", "updated_at", "last_login", "jobtitle", "activated", "vip")
          .byDefault(SortKey.column("first_name"))
          .filters(UserKind::deletion)
          .filters(Filters.equal("company_id"), Filters.equal("location_id"))
          .filters(Filters.equal("department_id"), Filters.equal("manager_id"))
          .filters(Filters.equal("activated"), Filters.equal("email"), Filters.equal("username"))
          .filters(Filters.equal("employee_num"), Filters.equal("ldap_import"))
          .filters(Filters.equal("remote"), Filters.equal("vip"))
          .shownAs(layout());

  /** A user inside another row and {@code /users/me}: the counts are not loaded. */
  static final Layout WITHOUT_COUNTS =
      layout()
          .with("assets_count", zero())
          .with("licenses_count", zero())
          .with("accessories_count", zero())
          .with("consumables_count", zero())
          .with("manages_users_count", zero())
          .with("manages_locations_count", zero());

  private UserKind() {}

  static String fullName(Row user) {
    String last = user.text("last_name");
    return last == null || last.isEmpty()
        ? String.valueOf(user.text("first_name"))
        : user.text("first_name") + " " + last;
  }

  /** The full name in the order of the site's settings, which not every place keeps to. */
  static String displayName(Row user, View view) {
    String last = user.text("last_name");
    return view.site().lastNameFirst() && last != null && !last.isEmpty()
        ? last + " " + user.text("first_name")
        : fullName(user);
  }

  private static Predicate<Row> deletion(Query query, View view) {
    if (query.is("deleted", "true")) {
      return Row::deleted;
    }
    return query.is("all", "true") ? row -> true : row -> !row.deleted();
  }

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("avatar", UserKind::avatar)
        .put("name", (user, view, json) -> json.writeString(Html.escape(displayName(user, view))))
        .putSince(Version.V8_7_0, "display_name", Cells.nothing())
        .put("first_name", text("first_name"))
        .put("last_name", text("last_name"))
        .put("username", text("username"))
        .put("remote", flag("remote"))
        .put("locale", textOrNull("locale"))
        .put("employee_num", textOrNull("employee_num"))
        .put("manager", UserKind::manager)
        .put("jobtitle", textOrNull("jobtitle"))
        .putSince(Version.V8_1_4, "vip", flag("vip"))
        .put("phone", textOrNull("phone"))
        .putSince(Version.V8_7_0, "mobile", Cells.nothing())
        .put("website", textOrNull("website"))
        .put("address", textOrNull("address"))
        .put("city", textOrNull("city"))
        .put("state", textOrNull("state"))
        .put("country", textOrNull("country"))
        .put("zip", textOrNull("zip"))
        .put("email", textOrNull("email"))
        .put("department", reference("departments", "department_id"))
        .put("location", Cells.referenceWithDeleted("locations", "location_id"))
        .put("notes", Cells.markdown("notes"))
        .put("permissions", UserKind::permissions)
        .put("activated", flag("activated"))
        .put("autoassign_licenses", flag("autoassign_licenses"))
        .put("ldap_import", flag("ldap_import"))
        .put("two_factor_enrolled", constant(false))
        .put("two_factor_optin", constant(false))
        .put("assets_count", count(ASSETS))
        .put("licenses_count", count(LICENSES))
        .put("accessories_count", count(ACCESSORIES))
        .put("consumables_count", count(CONSUMABLES))
        .put("manages_users_count", count(MANAGED_USERS))
        .put("manages_locations_count", count(MANAGED_LOCATIONS))
        .put("company", reference("companies", "company_id"))
        .putSince(Version.V8_7_0, "companies", UserKind::companies)
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("start_date", Cells.date("start_date"))
        .put("end_date", Cells.date("end_date"))
        .put("last_login", time("last_login"))
        .put("deleted_at", time("deleted_at"))
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("users.edit", (user, view) -> !user.deleted()))
                .put("delete", allowed("users.delete", UserKind::deletable))
                .put("clone", allowed("users.create", (user, view) -> !user.deleted()))
                .put("restore", allowed("users.create", (user, view) -> user.deleted())))
        .put("groups", UserKind::groups);
  }

  /** The one company that a user has here. */
  private static void companies(Row user, View view, JsonGenerator json) throws IOException {
    Row company = view.live("companies", user.integer("company_id"));
    json.writeStartArray();
    if (company != null) {
      Cells.writeReference(json, company);
    }
    json.writeEndArray();
  }

  private static boolean deletable(Row user, View view) {
    return !user.deleted()
        && user.id() != view.viewer().userId()
        && view.count(ASSETS, user.id()) == 0
        && view.count(LICENSES, user.id()) == 0
        && view.count(ACCESSORIES, user.id()) == 0
        && view.count(CONSUMABLES, user.id()) == 0
        && view.count(MANAGED_USERS, user.id()) == 0
        && view.count(MANAGED_LOCATIONS, user.id()) == 0;
  }

  static void avatar(Row user, View view, JsonGenerator json) throws IOException {
    String file = user.text("avatar");
    json.writeString(
        file == null
            ? view.url() + "/uploads/default.png"
            : view.url() + "/uploads/avatars/" + file);
  }

  /** Shown even if deleted. */
  private static void manager(Row user, View view, JsonGenerator json) throws IOException {
    Cells.writeUser(json, view.withDeleted("users", user.integer("manager_id")));
  }

  static void permissions(Row user, View view, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Integer> permission : permissions(user).entrySet()) {
      json.writeNumberField(permission.getKey(), permission.getValue());
    }
    json.writeEndObject();
  }

  /** The ids of a user's groups. */
  static List<?> groups(Row user) {
    return user.get("groups") instanceof List<?> groups ? groups : List.of();
  }

  private static void groups(Row user, View view, JsonGenerator json) throws IOException {
    List<Row> groups = new ArrayList<>();
    for (Object id : groups(user)) {
      Row group = view.live("groups", (Integer) id);
      if (group != null) {
        groups.add(group);
      }
    }
    if (groups.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("total", groups.size());
    json.writeArrayFieldStart("rows");
    for (Row group : groups) {
      Cells.writeReference(json, group);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Those granted to a user or group itself. */
  @SuppressWarnings("unchecked")
  static Map<String, Integer> permissions(Row user) {
    @Nullable Object stored = user.get("permissions");
    return stored instanceof Map ? (Map<String, Integer>) stored : Map.of();
  }
}
