package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.nothing;
import static io.assetsync.snipeit.standin.Cells.time;

/** Depreciations. Read by id, their counts are null. */
final class DepreciationKind {

  private static final Tally ASSETS =
      new Tally("hardware", AssetCells::depreciationId, (asset, view) -> true);
  private static final Tally MODELS = Tally.of("models", "depreciation_id");
  private static final Tally LICENSES = Tally.of("licenses", "depreciation_id");

  static final Kind DEPRECIATIONS =
      Kind.named("depreciations", "depreciations", "Depreciation not found")
          .texts("name", "depreciation_min")
          .integers("months")
          .sorts("id", "name", "months", "depreciation_min", "created_at")
          .byDefault(SortKey.column("created_at"))
          .shownAs(
              layout(),
              layout()
                  .with("assets_count", nothing())
                  .with("models_count", nothing())
                  .with("licenses_count", nothing()));

  private DepreciationKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", Cells.text("name"))
        .put("months", Cells.months("months"))
        .put("depreciation_min", Cells.raw("depreciation_min"))
        .put("assets_count", count(ASSETS))
        .put("models_count", count(MODELS))
        .put("licenses_count", count(LICENSES))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put(
            "available_actions",
            new Layout()
                .put("update", allowed("depreciations.edit"))
                .put("delete", allowed("depreciations.delete")));
  }
}
