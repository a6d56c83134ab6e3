package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.constant;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Departments. Their count of users is a text, and empty when one is read by id. */
final class DepartmentKind {

  private static final Tally USERS = Tally.of("users", "department_id");

  static final Kind DEPARTMENTS =
      Kind.named("departments", "departments", "Department not found")
          .texts("name", "phone", "fax", "image", "notes")
          .integers("company_id", "manager_id", "location_id")
          .scoped()
          .sorts("id", "name")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.equal("name"), Filters.equal("company_id"))
          .filters(Filters.equal("manager_id"), Filters.equal("location_id"))
          .shownAs(
              layout(),
              layout()
                  .with("users_count", constant(""))
                  .with("available_actions", actions(allowed("departments.delete"))));

  private DepartmentKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", Cells.text("name"))
        .put("phone", textOrNull("phone"))
        .put("fax", textOrNull("fax"))
        .put("image", Cells.upload("image", "departments"))
        .put("company", reference("companies", "company_id"))
        .put("manager", DepartmentKind::manager)
        .put("location", reference("locations", "location_id"))
        .put(
            "users_count",
            (department, view, json) ->
                json.writeString(Integer.toString(view.count(USERS, department.id()))))
        .put("notes", Cells.markdown("notes"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put(
            "available_actions",
            actions(
                allowed(
                    "departments.delete",
                    (department, view) -> view.count(USERS, department.id()) == 0)));
  }

  private static Layout actions(Cell delete) {
    return new Layout().put("update", allowed("departments.edit")).put("delete", delete);
  }

  private static void manager(Row department, View view, JsonGenerator json) throws IOException {
    Cells.writeFullUser(json, view.live("users", department.integer("manager_id")));
  }
}
