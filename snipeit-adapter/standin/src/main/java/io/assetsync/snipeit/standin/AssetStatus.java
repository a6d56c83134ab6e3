package io.assetsync.snipeit.standin;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an asset's label, assignment and deletion mean together. */
final class AssetStatus {

  /** The {@code status} parameter, whose values are case-sensitive; any other is the plain list. */
  static final Filter FILTER =
      (query, view) -> {
        Predicate<Row> live = row -> !row.deleted();
        String status = query.values().getOrDefault("status", "");
        return switch (status) {
          case "Archived" -> live.and(row -> archived(row, view) != archivedIsWrong(view));
          case "Deleted" -> Row::deleted;
          case "Deployed" -> live.and(AssetStatus::assigned);
          case "byod" -> live.and(row -> row.flag("byod"));
          case "RTD" -> live.and(row -> typeIs("deployable", row, view) && !assigned(row));
          case "Requestable" ->
              live.and(row -> typeIs("deployable", row, view) && row.flag("requestable"));
          case "Pending", "Undeployable" ->
              live.and(row -> typeIs(status.toLowerCase(Locale.ROOT), row, view));
          default -> live.and(row -> inPlainList(query, row, view));
        };
      };

  static final Filter REQUESTABLE =
      (query, view) ->
          query.is("requestable", "true") ? row -> row.flag("requestable") : row -> true;

  /** Takes the id and the PHP class of the assignee, only together. */
  static final Filter ASSIGNED_TO =
      (query, view) -> {
        String id = query.filled("assigned_to");
        String type = query.filled("assigned_type");
        if (id == null || type == null) {
          return row -> true;
        }
        return row ->
            row.integer("assigned_to") == PhpValue.integer(id)
                && type.equals(phpClass(row.text("assigned_type")));
      };

  private AssetStatus() {}

  static boolean assigned(Row asset) {
    return asset.integer("assigned_to") != 0;
  }

  /** The type of the asset's label, even a deleted one; null if there is none. */
  static @Nullable String labelType(Row asset, View view) {
    Row label = view.withDeleted("statuslabels", asset.integer("status_id"));
    return label == null ? null : label.text("type");
  }

  static boolean archived(Row asset, View view) {
    return "archived".equals(labelType(asset, view));
  }

  /** Whether counts on companies, categories and manufacturers include the asset. */
  static boolean counted(Row asset, View view) {
    Row label = view.live("statuslabels", asset.integer("status_id"));
    return label != null
        && (view.site().archivedInList() || !"archived".equals(label.text("type")));
  }

  static boolean availableForCheckout(Row asset, View view) {
    Row label = view.live("statuslabels", asset.integer("status_id"));
    return label != null
        && "deployable".equals(label.text("type"))
        && !assigned(asset)
        && !asset.deleted();
  }

  static boolean deletable(Row asset, View view) {
    return !asset.deleted() && !assigned(asset);
  }

  /** The plain list joins the label, so an asset without one is in no list. */
  private static boolean inPlainList(Query query, Row asset, View view) {
    String type = labelType(asset, view);
    if (type == null) {
      return false;
    }
    return query.filled("status_id") != null
        || view.site().archivedInList()
        || !type.equals("archived");
  }

  private static boolean archivedIsWrong(View view) {
    return view.site().version() == Version.V8_4_1;
  }

  private static boolean typeIs(String type, Row asset, View view) {
    return type.equals(labelType(asset, view));
  }

  private static @Nullable String phpClass(@Nullable String type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "user" -> "App\\Models\\User";
      case "location" -> "App\\Models\\Location";
      default -> "App\\Models\\Asset";
    };
  }
}
