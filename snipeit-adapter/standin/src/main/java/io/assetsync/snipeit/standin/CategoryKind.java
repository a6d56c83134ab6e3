package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.flag;
import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** Categories. Read by id, their count of assets includes the archived ones. */
final class CategoryKind {

  private static final Tally ASSETS =
      new Tally("hardware", AssetCells::categoryId, AssetStatus::counted);
  private static final Tally ALL_ASSETS =
      new Tally("hardware", AssetCells::categoryId, (asset, view) -> true);
  private static final Tally MODELS = Tally.of("models", "category_id");
  private static final Tally LICENSES = Tally.of("licenses", "category_id");
  private static final Tally ACCESSORIES = Tally.of("accessories", "category_id");
  private static final Tally CONSUMABLES = Tally.of("consumables", "category_id");
  private static final Tally COMPONENTS = Tally.of("components", "category_id");

  static final Kind CATEGORIES =
      Kind.named("categories", "categories", "Category not found")
          .texts("name", "category_type", "eula_text", "image", "notes")
          .flags("use_default_eula", "checkin_email", "require_acceptance")
          .softDeletes()
          .sorts("id", "name", "category_type")
          .byDefault((category, view) -> view.count(ASSETS, category.id()))
          .filters(Filters.live(), Filters.equal("name"), Filters.equal("category_type"))
          .shownAs(layout(ASSETS), layout(ALL_ASSETS));

  private CategoryKind() {}

  private static Layout layout(Tally assets) {
    return new Layout()
        .put("id", Cells.id())
        .put("name", Cells.text("name"))
        .put("image", Cells.upload("image", "categories"))
        .put("category_type", CategoryKind::type)
        .put("has_eula", Cells.is((category, view) -> category.text("eula_text") != null))
        .put("use_default_eula", flag("use_default_eula"))
        .put("eula", CategoryKind::eula)
        .put("checkin_email", flag("checkin_email"))
        .put("require_acceptance", flag("require_acceptance"))
        .put(
            "item_count",
            (category, view, json) -> items(assets, category).write(category, view, json))
        .put("assets_count", count(assets))
        .put("accessories_count", count(ACCESSORIES))
        .put("consumables_count", count(CONSUMABLES))
        .put("components_count", count(COMPONENTS))
        .put("licenses_count", count(LICENSES))
        .put("created_by", Cells.createdBy())
        .put("notes", Cells.markdown("notes"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("categories.edit"))
                .put("delete", allowed("categories.delete", CategoryKind::deletable)));
  }

  private static Cell items(Tally assets, Row category) {
    return switch (String.valueOf(category.text("category_type"))) {
      case "license" -> count(LICENSES);
      case "accessory" -> count(ACCESSORIES);
      case "consumable" -> count(CONSUMABLES);
      case "component" -> count(COMPONENTS);
      default -> count(assets);
    };
  }

  private static boolean deletable(Row category, View view) {
    return view.count(ALL_ASSETS, category.id()) == 0 && view.count(MODELS, category.id()) == 0;
  }

  /** The name of the type in the viewer's language. */
  private static void type(Row category, View view, JsonGenerator json) throws IOException {
    String type = String.valueOf(category.text("category_type"));
    json.writeString(view.word(type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1)));
  }

  private static void eula(Row category, View view, JsonGenerator json) throws IOException {
    String text = category.text("eula_text");
    json.writeString(text == null ? null : "<p>" + Html.markdown(text) + "</p>");
  }
}
