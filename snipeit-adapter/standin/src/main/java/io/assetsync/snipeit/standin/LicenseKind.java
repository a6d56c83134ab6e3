package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.count;
import static io.assetsync.snipeit.standin.Cells.date;
import static io.assetsync.snipeit.standin.Cells.flag;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;
import static io.assetsync.snipeit.standin.Filters.equal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Licenses. What is free of one is counted from its seats. */
final class LicenseKind {

  private static final String MASKED_KEY = "------------";

  private static final Tally FREE_SEATS =
      new Tally(
          "licenses/seats", SortKey.column("license_id"), (seat, view) -> SeatKind.free(seat));

  static final Kind LICENSES =
      Kind.named("licenses", "licenses", "License not found")
          .texts("name", "serial", "order_number", "purchase_order", "license_name")
          .texts("license_email", "notes")
          .integers("company_id", "manufacturer_id", "supplier_id", "category_id")
          .integers("depreciation_id", "seats", "min_amt")
          .flags("reassignable", "maintained")
          .dates("purchase_date", "termination_date", "expiration_date")
          .money("purchase_cost")
          .softDeletes()
          .scoped()
          .sorts("id", "name", "purchase_cost", "expiration_date", "purchase_order")
          .sorts("order_number", "notes", "purchase_date", "serial", "license_name")
          .sorts("license_email", "seats", "termination_date", "min_amt")
          .sorts("free_seats_count", (row, view) -> view.count(FREE_SEATS, row.id()), false)
          .byDefault(SortKey.column("created_at"))
          .filters(Filters.deletedIf("deleted", "true"), equal("name"), equal("company_id"))
          .filters(equal("product_key", "serial"), equal("order_number"), equal("purchase_order"))
          .filters(equal("license_name"), equal("license_email"), equal("manufacturer_id"))
          .filters(equal("supplier_id"), equal("category_id"), equal("depreciation_id"))
          .filters(equal("maintained"))
          .shownAs(layout());

  private LicenseKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", Cells.text("name"))
        .put("company", reference("companies", "company_id"))
        .put("manufacturer", reference("manufacturers", "manufacturer_id"))
        .put("product_key", LicenseKind::productKey)
        .put("order_number", textOrNull("order_number"))
        .put("purchase_order", textOrNull("purchase_order"))
        .put("purchase_date", date("purchase_date"))
        .put("termination_date", date("termination_date"))
        .put("depreciation", reference("depreciations", "depreciation_id"))
        .put("purchase_cost", Cells.money("purchase_cost"))
        .put("purchase_cost_numeric", LicenseKind::plainCost)
        .put("notes", Cells.markdown("notes"))
        .put("expiration_date", date("expiration_date"))
        .put("seats", Cells.number("seats"))
        .put("free_seats_count", count(FREE_SEATS))
        .put("remaining", count(FREE_SEATS))
        .put("min_amt", Cells.numberOrNull("min_amt"))
        .put("license_name", textOrNull("license_name"))
        .put("license_email", textOrNull("license_email"))
        .put("reassignable", flag("reassignable"))
        .put("maintained", flag("maintained"))
        .put("supplier", reference("suppliers", "supplier_id"))
        .put("category", reference("categories", "category_id"))
        .put("created_by", Cells.createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("deleted_at", time("deleted_at"))
        .put("user_can_checkout", Cells.is(LicenseKind::hasFreeSeats))
        .put(
            "available_actions",
            new Layout()
                .put("checkout", allowed("licenses.checkout"))
                .put("checkin", allowed("licenses.checkin"))
                .put("clone", allowed("licenses.create"))
                .put("update", allowed("licenses.edit"))
                .put("delete", allowed("licenses.delete", LicenseKind::hasFreeSeats)));
  }

  private static boolean hasFreeSeats(Row license, View view) {
    return view.count(FREE_SEATS, license.id()) > 0;
  }

  private static void productKey(Row license, View view, JsonGenerator json) throws IOException {
    boolean shown =
        view.can("licenses.keys") || view.can("licenses.create") || view.can("licenses.edit");
    Cells.writeText(json, shown ? license.text("serial") : MASKED_KEY);
  }

  /** As the database holds it, in quotes. */
  private static void plainCost(Row license, View view, JsonGenerator json) throws IOException {
    json.writeString(
        license.get("purchase_cost") instanceof BigDecimal cost
            ? cost.setScale(2, RoundingMode.HALF_UP).toPlainString()
            : null);
  }
}
