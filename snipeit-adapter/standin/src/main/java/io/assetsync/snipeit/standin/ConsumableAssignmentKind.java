package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Consumables that users were given, one row for each unit. The rows have no ids; who got a unit is
 * only in a link, and not even there once the user is deleted. The total leaves out users who are
 * gone for good.
 */
final class ConsumableAssignmentKind {

  static final Kind ASSIGNMENTS =
      Kind.named("consumables/users", "consumables", "Consumable not found")
          .childOf("consumables", "consumable_id", null)
          .texts("note")
          .integers("assigned_to")
          .unpagedNewestFirst()
          .identifiedBy(null)
          .notReadById()
          .counts(ConsumableAssignmentKind::hasKnownUser)
          .shownAs(
              new Layout()
                  .put("avatar", ConsumableAssignmentKind::avatar)
                  .put("name", ConsumableAssignmentKind::name)
                  .put("created_at", Cells.time("created_at"))
                  .put("note", Cells.textOrNull("note"))
                  .put("admin", ConsumableAssignmentKind::giver)
                  .put("created_by", ConsumableAssignmentKind::giver));

  private ConsumableAssignmentKind() {}

  /** Deleted users are known; purged ones and those of hidden companies are not. */
  static boolean hasKnownUser(Row assignment, View view) {
    return view.withDeleted("users", assignment.integer("assigned_to")) != null;
  }

  private static void avatar(Row assignment, View view, JsonGenerator json) throws IOException {
    Row user = user(assignment, "assigned_to", view);
    if (user == null) {
      json.writeString("");
      return;
    }
    UserKind.avatar(user, view, json);
  }

  private static void name(Row assignment, View view, JsonGenerator json) throws IOException {
    Row user = user(assignment, "assigned_to", view);
    json.writeString(user == null ? "Deleted User" : link(user, view));
  }

  private static void giver(Row assignment, View view, JsonGenerator json) throws IOException {
    Row user = user(assignment, "created_by", view);
    json.writeString(user == null ? null : link(user, view));
  }

  private static @Nullable Row user(Row assignment, String column, View view) {
    return view.live("users", assignment.integer(column));
  }

  private static String link(Row user, View view) {
    return "<a href=\"%s/users/%d\">%s</a>"
        .formatted(view.url(), user.id(), Html.entities(UserKind.displayName(user, view)));
  }
}
