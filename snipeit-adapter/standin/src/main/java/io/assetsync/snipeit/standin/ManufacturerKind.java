package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.time;

/** Manufacturers. */
final class ManufacturerKind {

  private static final Tally ASSETS =
      new Tally("hardware", AssetCells::manufacturerId, AssetStatus::counted);
  private static final Tally LICENSES = Tally.of("licenses", "manufacturer_id");
  private static final Tally ACCESSORIES = Tally.of("accessories", "manufacturer_id");
  private static final Tally CONSUMABLES = Tally.of("consumables", "manufacturer_id");
  private static final Tally COMPONENTS = Tally.of("components", "manufacturer_id");

  static final Kind MANUFACTURERS =
      Kind.named("manufacturers", "manufacturers", "Manufacturer not found")
          .texts("name", "url", "support_url", "warranty_lookup_url", "support_phone")
          .texts("support_email", "image", "notes")
          .softDeletes()
          .sorts("id", "name", "url", "support_url", "support_email", "support_phone")
          .sorts("warranty_lookup_url", "created_at", "updated_at")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.deletedIf("deleted", "true"), Filters.equal("name"))
          .filters(Filters.equal("url"), Filters.equal("support_email"))
          .shownAs(layout());

  private ManufacturerKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put("url", text("url"))
        .put("image", Cells.upload("image", "manufacturers"))
        .put("support_url", text("support_url"))
        .put("warranty_lookup_url", text("warranty_lookup_url"))
        .put("support_phone", text("support_phone"))
        .put("support_email", text("support_email"))
        .put("assets_count", count(ASSETS))
        .put("licenses_count", count(LICENSES))
        .put("consumables_count", count(CONSUMABLES))
        .put("accessories_count", count(ACCESSORIES))
        .put("components_count", count(COMPONENTS))
        .put("notes", Cells.markdown("notes"))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("deleted_at", time("deleted_at"))
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("manufacturers.edit", (row, view) -> !row.deleted()))
                .put("restore", allowed("manufacturers.create", (row, view) -> row.deleted()))
                .put("delete", allowed("manufacturers.delete", ManufacturerKind::deletable)));
  }

  private static boolean deletable(Row manufacturer, View view) {
    return !manufacturer.deleted() && view.count(ASSETS, manufacturer.id()) == 0;
  }
}
