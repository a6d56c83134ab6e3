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

/** Components. What is left of one is its quantity less what is built into live assets. */
final class ComponentKind {

  private static final Tally INSTALLED =
      new Tally(
          "components/assets",
          SortKey.column("component_id"),
          (pivot, view) -> {
            Row asset = view.content().row("hardware", pivot.integer("asset_id"));
            return asset != null && !asset.deleted();
          },
          pivot -> pivot.integer("assigned_qty"));

  static final Kind COMPONENTS =
      Kind.named("components", "components", "Component not found")
          .texts("name", "image", "serial", "model_number", "order_number", "notes")
          .integers("company_id", "manufacturer_id", "supplier_id", "category_id")
          .integers("location_id", "qty", "min_amt")
          .dates("purchase_date")
          .money("purchase_cost")
          .softDeletes()
          .scoped()
          .sorts("id", "name", "min_amt", "order_number", "model_number", "serial")
          .sorts("purchase_date", "purchase_cost", "qty", "image", "notes")
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.live(), equal("name"), equal("company_id"), equal("category_id"))
          .filters(equal("model_number"), equal("manufacturer_id"), equal("supplier_id"))
          .filters(equal("location_id"), equal("notes"))
          .shownAs(layout());

  private ComponentKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put("image", Cells.upload("image", "components"))
        .put("serial", textOrNull("serial"))
        .put("location", reference("locations", "location_id"))
        .put("qty", Cells.numberOrNull("qty"))
        .put("min_amt", Cells.numberOrNull("min_amt"))
        .put("category", reference("categories", "category_id"))
        .put("supplier", reference("suppliers", "supplier_id"))
        .put("manufacturer", reference("manufacturers", "manufacturer_id"))
        .put("model_number", textOrNull("model_number"))
        .put("order_number", text("order_number"))
        .put("purchase_date", date("purchase_date"))
        .put("purchase_cost", money("purchase_cost"))
        .put("remaining", (component, view, json) -> json.writeNumber(left(component, view)))
        .put("company", reference("companies", "company_id"))
        .put("notes", Cells.markdown("notes"))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("user_can_checkout", ComponentKind::canBeInstalled)
        .put(
            "available_actions",
            new Layout()
                .put("checkout", allowed("components.checkout"))
                .put("checkin", allowed("components.checkin"))
                .put("update", allowed("components.edit"))
                .put(
                    "delete",
                    allowed(
                        "components.delete",
                        (component, view) -> view.count(INSTALLED, component.id()) == 0)));
  }

  private static int left(Row component, View view) {
    return component.integer("qty") - view.count(INSTALLED, component.id());
  }

  /** A number here, unlike everywhere else. */
  private static void canBeInstalled(Row component, View view, JsonGenerator json)
      throws IOException {
    json.writeNumber(left(component, view) > 0 ? 1 : 0);
  }
}
