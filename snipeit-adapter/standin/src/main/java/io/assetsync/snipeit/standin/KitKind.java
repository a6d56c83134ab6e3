package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.time;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Kits, which sort upwards unless told otherwise, and what they are made of. */
final class KitKind {

  static final Kind KITS =
      Kind.named("kits", "kits", "PredefinedKit not found")
          .texts("name")
          .ascendingUnlessAsked()
          .sorts("id", "name", "created_at", "updated_at")
          .byDefault(SortKey.column("created_at"))
          .shownAs(
              new Layout()
                  .put("id", Cells.id())
                  .put("name", Cells.text("name"))
                  .put("created_by", Cells.createdBy())
                  .put("created_at", time("created_at"))
                  .put("updated_at", time("updated_at"))
                  .put("user_can_checkout", Cells.constant(true))
                  .put("available_actions", actions().put("checkout", allowed("kits.checkout"))));

  static final Kind MODELS = elements("models", "model_id");
  static final Kind LICENSES = elements("licenses", "license_id");
  static final Kind ACCESSORIES = elements("accessories", "accessory_id");
  static final Kind CONSUMABLES = elements("consumables", "consumable_id");

  private KitKind() {}

  /** The elements of one kind; those that are deleted or hidden are left out. */
  private static Kind elements(String kind, String column) {
    return Kind.named("kits/" + kind, "kits", "PredefinedKit not found")
        .childOf("kits", "kit_id", "PredefinedKit not found")
        .integers(column, "quantity")
        .unpaged()
        .identifiedBy("pivot_id")
        .notReadById()
        .filters((query, view) -> pivot -> view.live(kind, pivot.integer(column)) != null)
        .shownAs(
            new Layout()
                .put("id", Cells.number(column))
                .put("pivot_id", Cells.id())
                .put("owner_id", Cells.number("kit_id"))
                .put("quantity", Cells.number("quantity"))
                .put(
                    "name",
                    (pivot, view, json) -> writeName(view.live(kind, pivot.integer(column)), json))
                .put("available_actions", actions()));
  }

  private static Layout actions() {
    return new Layout().put("update", allowed("kits.edit")).put("delete", allowed("kits.delete"));
  }

  private static void writeName(@Nullable Row element, JsonGenerator json) throws IOException {
    Cells.writeText(json, element == null ? null : element.text("name"));
  }
}
