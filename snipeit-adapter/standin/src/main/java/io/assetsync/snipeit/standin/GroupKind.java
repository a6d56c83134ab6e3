package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Groups of users, which only superusers may see. */
final class GroupKind {

  static final Kind GROUPS =
      Kind.named("groups", "groups", "Group not found")
          .superusersOnly()
          .texts("name", "notes")
          .maps("permissions")
          .sorts("id", "name", "created_at")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.equal("name"))
          .shownAs(
              new Layout()
                  .put("id", Cells.id())
                  .put("name", Cells.text("name"))
                  .put("permissions", UserKind::permissions)
                  .put("users_count", GroupKind::users)
                  .put("notes", Cells.markdown("notes"))
                  .put("created_by", Cells.createdBy())
                  .put("created_at", time("created_at"))
                  .put("updated_at", time("updated_at"))
                  .put(
                      "available_actions",
                      new Layout()
                          .put("update", Cells.constant(true))
                          .put("delete", Cells.constant(true))));

  private GroupKind() {}

  private static void users(Row group, View view, JsonGenerator json) throws IOException {
    int users = 0;
    for (int id : view.content().ids("users")) {
      Row user = view.live("users", id);
      if (user != null && UserKind.groups(user).contains(group.id())) {
        users++;
      }
    }
    json.writeNumber(users);
  }
}
