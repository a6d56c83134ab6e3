package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.flag;
import static io.assetsync.snipeit.standin.Cells.raw;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Cells.zero;

/** Status labels. Only the unfiltered list counts their assets. */
final class StatusLabelKind {

  private static final Tally ASSETS = Tally.of("hardware", "status_id");

  static final Kind STATUS_LABELS =
      Kind.named("statuslabels", "statuslabels", "Statuslabel not found")
          .texts("name", "type", "color", "notes")
          .flags("show_in_nav", "default_label")
          .softDeletes()
          .sorts("id", "name", "created_at", "color", "notes", "default_label", "show_in_nav")
          .sorts("assets_count", (label, view) -> view.count(ASSETS, label.id()), false)
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.live(), Filters.equal("name"), Filters.equal("status_type", "type"))
          .shownAs(
              layout(),
              layout()
                  .with("assets_count", zero())
                  .with("available_actions", actions(allowed("statuslabels.delete"))));

  private StatusLabelKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put("type", raw("type"))
        .put("color", textOrNull("color"))
        .put("show_in_nav", flag("show_in_nav"))
        .put("default_label", flag("default_label"))
        .put(
            "assets_count",
            (label, view, json) ->
                json.writeNumber(
                    view.query().filled("status_type") == null
                        ? view.count(ASSETS, label.id())
                        : 0))
        .put("notes", text("notes"))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put(
            "available_actions",
            actions(
                allowed(
                    "statuslabels.delete", (label, view) -> view.count(ASSETS, label.id()) == 0)));
  }

  private static Layout actions(Cell delete) {
    return new Layout().put("update", allowed("statuslabels.edit")).put("delete", delete);
  }
}
