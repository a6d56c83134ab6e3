package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.date;
import static io.assetsync.snipeit.standin.Cells.money;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Filters.equal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Accessories. What is left of one is counted from its check-outs. */
final class AccessoryKind {

  private static final Tally CHECKOUTS = Tally.of("accessories/checkedout", "accessory_id");

  static final Kind ACCESSORIES =
      Kind.named("accessories", "accessories", "Accessory not found")
          .readableWith("reports.view")
          .texts("name", "image", "model_number", "order_number", "notes")
          .integers("company_id", "manufacturer_id", "supplier_id", "category_id")
          .integers("location_id", "qty", "min_amt")
          .dates("purchase_date")
          .money("purchase_cost")
          .softDeletes()
          .scoped()
          .unsignedOffset()
          .sorts("id", "name", "model_number", "notes", "created_at", "min_amt", "company_id")
          .sorts("qty", "order_number", "purchase_date", "purchase_cost")
          .sorts("checkouts_count", (row, view) -> view.count(CHECKOUTS, row.id()), false)
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.live(), equal("company_id"), equal("category_id"))
          .filters(equal("manufacturer_id"), equal("supplier_id"), equal("location_id"))
          .filters(equal("notes"))
          .shownAs(layout());

  private AccessoryKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put("image", Cells.upload("image", "accessories"))
        .put("company", reference("companies", "company_id"))
        .put("manufacturer", reference("manufacturers", "manufacturer_id"))
        .put("supplier", reference("suppliers", "supplier_id"))
        .put("model_number", textOrNull("model_number"))
        .put("category", reference("categories", "category_id"))
        .put("location", reference("locations", "location_id"))
        .put("notes", Cells.markdown("notes"))
        .put("qty", AccessoryKind::quantity)
        .put("purchase_date", date("purchase_date"))
        .put("purchase_cost", money("purchase_cost"))
        .put("order_number", textOrNull("order_number"))
        .put("min_qty", Cells.numberOrNull("min_amt"))
        .put("min_amt", Cells.numberOrNull("min_amt"))
        .put("remaining_qty", AccessoryKind::remaining)
        .put("remaining", AccessoryKind::remaining)
        .put("checkouts_count", Cells.count(CHECKOUTS))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put(
            "available_actions",
            new Layout()
                .put("checkout", allowed("accessories.checkout"))
                .put("checkin", Cells.constant(false))
                .put("update", allowed("accessories.edit"))
                .put(
                    "delete",
                    allowed(
                        "accessories.delete",
                        (accessory, view) -> view.count(CHECKOUTS, accessory.id()) == 0))
                .put("clone", allowed("accessories.create")))
        .put("user_can_checkout", Cells.is((accessory, view) -> left(accessory, view) > 0));
  }

  private static int left(Row accessory, View view) {
    return accessory.integer("qty") - view.count(CHECKOUTS, accessory.id());
  }

  private static void remaining(Row accessory, View view, JsonGenerator json) throws IOException {
    json.writeNumber(left(accessory, view));
  }

  /** 0 is shown as null. */
  private static void quantity(Row accessory, View view, JsonGenerator json) throws IOException {
    if (accessory.integer("qty") == 0) {
      json.writeNull();
      return;
    }
    json.writeNumber(accessory.integer("qty"));
  }
}
