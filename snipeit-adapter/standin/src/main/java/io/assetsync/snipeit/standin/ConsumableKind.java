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

/** Consumables. What is left of one is counted from what was given away, which never comes back. */
final class ConsumableKind {

  private static final Tally GIVEN =
      new Tally(
          "consumables/users",
          SortKey.column("consumable_id"),
          ConsumableAssignmentKind::hasKnownUser);

  static final Kind CONSUMABLES =
      Kind.named("consumables", "consumables", "Consumable not found")
          .texts("name", "image", "item_no", "order_number", "model_number", "notes")
          .integers("company_id", "manufacturer_id", "supplier_id", "category_id")
          .integers("location_id", "qty", "min_amt")
          .dates("purchase_date")
          .money("purchase_cost")
          .softDeletes()
          .scoped()
          .sorts("id", "name", "order_number", "min_amt", "purchase_date", "purchase_cost")
          .sorts("model_number", "item_no", "qty", "image", "notes")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.live(), equal("name"), equal("company_id"), equal("category_id"))
          .filters(equal("model_number"), equal("manufacturer_id"), equal("supplier_id"))
          .filters(equal("location_id"), equal("notes"))
          .shownAs(layout());

  private ConsumableKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put("image", Cells.upload("image", "consumables"))
        .put("category", reference("categories", "category_id"))
        .put("company", reference("companies", "company_id"))
        .put("item_no", text("item_no"))
        .put("location", reference("locations", "location_id"))
        .put("manufacturer", reference("manufacturers", "manufacturer_id"))
        .put("supplier", reference("suppliers", "supplier_id"))
        .put("min_amt", Cells.number("min_amt"))
        .put("model_number", textOrNull("model_number"))
        .put("remaining", ConsumableKind::remaining)
        .put("order_number", text("order_number"))
        .put("purchase_cost", money("purchase_cost"))
        .put("purchase_date", date("purchase_date"))
        .put("qty", Cells.number("qty"))
        .put("notes", Cells.markdown("notes"))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("user_can_checkout", Cells.is((consumable, view) -> left(consumable, view) > 0))
        .put(
            "available_actions",
            new Layout()
                .put("checkout", allowed("consumables.checkout"))
                .put("checkin", allowed("consumables.checkin"))
                .put("update", allowed("consumables.edit"))
                .put("delete", allowed("consumables.delete"))
                .put("clone", allowed("consumables.create")));
  }

  private static int left(Row consumable, View view) {
    return consumable.integer("qty") - view.count(GIVEN, consumable.id());
  }

  private static void remaining(Row consumable, View view, JsonGenerator json) throws IOException {
    json.writeNumber(left(consumable, view));
  }
}
