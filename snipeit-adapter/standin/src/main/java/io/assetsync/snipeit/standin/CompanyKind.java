package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Cells.zero;

/** Companies. */
final class CompanyKind {

  private static final Tally ASSETS =
      new Tally("hardware", SortKey.column("company_id"), AssetStatus::counted);
  private static final Tally ALL_ASSETS = Tally.of("hardware", "company_id");
  private static final Tally USERS = Tally.of("users", "company_id");
  private static final Tally LICENSES = Tally.of("licenses", "company_id");
  private static final Tally ACCESSORIES = Tally.of("accessories", "company_id");
  private static final Tally CONSUMABLES = Tally.of("consumables", "company_id");
  private static final Tally COMPONENTS = Tally.of("components", "company_id");

  static final Kind COMPANIES =
      Kind.named("companies", "companies", "Company not found")
          .texts("name", "phone", "fax", "email", "image", "notes")
          .sorts("id", "name", "phone", "fax", "email", "created_at", "updated_at")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.equal("name"), Filters.equal("email"), Filters.equal("created_by"))
          .shownAs(
              layout(),
              layout()
                  .with("assets_count", zero())
                  .with("components_count", zero())
                  .with("consumables_count", zero())
                  .with("accessories_count", zero())
                  .with("licenses_count", zero())
                  .with("users_count", zero()));

  private CompanyKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", Cells.text("name"))
        .put("phone", textOrNull("phone"))
        .put("fax", textOrNull("fax"))
        .put("email", textOrNull("email"))
        .put("image", Cells.upload("image", "companies"))
        .put("assets_count", count(ASSETS))
        .put("licenses_count", count(LICENSES))
        .put("accessories_count", count(ACCESSORIES))
        .put("consumables_count", count(CONSUMABLES))
        .put("components_count", count(COMPONENTS))
        .put("users_count", count(USERS))
        .put("created_by", Cells.createdBy())
        .put("notes", Cells.markdown("notes"))
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("companies.edit"))
                .put("delete", allowed("companies.delete", CompanyKind::deletable)));
  }

  private static boolean deletable(Row company, View view) {
    return view.count(ALL_ASSETS, company.id()) == 0 && view.count(USERS, company.id()) == 0;
  }
}
