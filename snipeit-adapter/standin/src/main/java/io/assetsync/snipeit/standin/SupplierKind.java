package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.constant;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Cells.zero;

/**
 * Suppliers. They cannot be sorted by id, and the list leaves the zip code out; read by id it is
 * there, but the counts are not.
 */
final class SupplierKind {

  private static final Tally ASSETS = Tally.of("hardware", "supplier_id");
  private static final Tally LICENSES = Tally.of("licenses", "supplier_id");
  private static final Tally ACCESSORIES = Tally.of("accessories", "supplier_id");
  private static final Tally CONSUMABLES = Tally.of("consumables", "supplier_id");
  private static final Tally COMPONENTS = Tally.of("components", "supplier_id");

  static final Kind SUPPLIERS =
      Kind.named("suppliers", "suppliers", "Supplier not found")
          .texts("name", "url", "address", "address2", "city", "state", "country", "zip")
          .texts("fax", "phone", "email", "contact", "image", "notes")
          .softDeletes()
          .sorts("name", "address", "address2", "city", "state", "country", "zip", "phone")
          .sorts("contact", "fax", "email", "image", "url")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.live(), Filters.equal("name"), Filters.equal("address"))
          .filters(Filters.equal("city"), Filters.equal("zip"), Filters.equal("country"))
          .filters(Filters.equal("email"), Filters.equal("url"))
          .shownAs(
              layout(),
              layout()
                  .with("zip", text("zip"))
                  .with("assets_count", zero())
                  .with("components_count", zero())
                  .with("consumables_count", zero())
                  .with("accessories_count", zero())
                  .with("licenses_count", zero())
                  .with("available_actions", actions(allowed("suppliers.delete"))));

  private SupplierKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put("image", Cells.upload("image", "suppliers"))
        .put("url", text("url"))
        .put("address", text("address"))
        .put("address2", text("address2"))
        .put("city", text("city"))
        .put("state", text("state"))
        .put("country", text("country"))
        .put("zip", constant(""))
        .put("fax", text("fax"))
        .put("phone", text("phone"))
        .put("email", text("email"))
        .put("contact", text("contact"))
        .put("assets_count", count(ASSETS))
        .put("accessories_count", count(ACCESSORIES))
        .put("licenses_count", count(LICENSES))
        .put("consumables_count", count(CONSUMABLES))
        .put("components_count", count(COMPONENTS))
        .put("notes", Cells.markdown("notes"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put(
            "available_actions",
            actions(
                allowed(
                    "suppliers.delete",
                    (supplier, view) -> view.count(ASSETS, supplier.id()) == 0)));
  }

  private static Layout actions(Cell delete) {
    return new Layout().put("update", allowed("suppliers.edit")).put("delete", delete);
  }
}
