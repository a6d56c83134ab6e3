package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Seats of licenses. They can hardly be sorted, and an offset behind the end starts again. */
final class SeatKind {

  static final Kind SEATS =
      Kind.named("licenses/seats", "licenses", "Seat not found")
          .childOf(
              "licenses",
              "license_id",
              "License does not exist or you do not have permission to view it.")
          .texts("notes")
          .integers("assigned_to", "asset_id")
          .softDeletes()
          .sorts("department", SeatKind::departmentName, true)
          .byDefault(SortKey.column("updated_at"))
          .wrapping()
          .filters(Filters.live())
          .shownAs(layout());

  private SeatKind() {}

  static boolean free(Row seat) {
    return seat.integer("assigned_to") == 0 && seat.integer("asset_id") == 0;
  }

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("license_id", Cells.number("license_id"))
        .put("updated_at", Cells.time("updated_at"))
        .put("assigned_user", SeatKind::user)
        .put("assigned_asset", SeatKind::asset)
        .put("location", SeatKind::location)
        .put("reassignable", Cells.is(SeatKind::reassignable))
        .put("notes", Cells.text("notes"))
        .put("user_can_checkout", Cells.is((seat, view) -> free(seat)))
        .put(
            "available_actions",
            new Layout()
                .put("checkout", allowed("licenses.checkout"))
                .put("checkin", allowed("licenses.checkin"))
                .put("clone", allowed("licenses.create"))
                .put("update", allowed("licenses.edit"))
                .put("delete", allowed("licenses.delete")));
  }

  /** Null for a seat that no user has, which the order by department leaves out. */
  private static @Nullable Object departmentName(Row seat, View view) {
    Row user = view.withDeleted("users", seat.integer("assigned_to"));
    if (user == null) {
      return null;
    }
    Row department = view.live("departments", user.integer("department_id"));
    return department == null ? "" : department.text("name");
  }

  private static boolean reassignable(Row seat, View view) {
    Row license = view.withDeleted("licenses", seat.integer("license_id"));
    return license != null && license.flag("reassignable");
  }

  private static void user(Row seat, View view, JsonGenerator json) throws IOException {
    Row user = view.withDeleted("users", seat.integer("assigned_to"));
    if (user == null) {
      json.writeNull();
      return;
    }
    start(user, UserKind.fullName(user), json);
    json.writeFieldName("email");
    Cells.writeText(json, user.text("email"));
    json.writeFieldName("department");
    Cells.writeReference(json, view.live("departments", user.integer("department_id")));
    end(seat, view, json);
  }

  private static void asset(Row seat, View view, JsonGenerator json) throws IOException {
    Row asset = view.withDeleted("hardware", seat.integer("asset_id"));
    if (asset == null) {
      json.writeNull();
      return;
    }
    start(asset, AssetCells.fullName(asset, view), json);
    end(seat, view, json);
  }

  /** Where the user is, else where the asset is. */
  private static void location(Row seat, View view, JsonGenerator json) throws IOException {
    Row location = at(view.withDeleted("users", seat.integer("assigned_to")), view);
    if (location == null) {
      location = at(view.withDeleted("hardware", seat.integer("asset_id")), view);
    }
    if (location == null) {
      json.writeNull();
      return;
    }
    start(location, location.text("name"), json);
    end(seat, view, json);
  }

  private static @Nullable Row at(@Nullable Row holder, View view) {
    return holder == null ? null : view.live("locations", holder.integer("location_id"));
  }

  private static void start(Row target, @Nullable String name, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", target.id());
    json.writeFieldName("name");
    Cells.writeText(json, name);
  }

  /** The time shown with every target is that of the seat's creation. */
  private static void end(Row seat, View view, JsonGenerator json) throws IOException {
    json.writeFieldName("created_at");
    StoredTime.writeTime(seat.get("created_at"), view, json);
    json.writeEndObject();
  }
}
