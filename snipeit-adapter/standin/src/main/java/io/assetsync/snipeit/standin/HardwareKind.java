package io.assetsync.snipeit.standin;

import static io.assetsync.snipeit.standin.Cells.allowed;
import static io.assetsync.snipeit.standin.Cells.createdBy;
import static io.assetsync.snipeit.standin.Cells.date;
import static io.assetsync.snipeit.standin.Cells.flag;
import static io.assetsync.snipeit.standin.Cells.is;
import static io.assetsync.snipeit.standin.Cells.markdown;
import static io.assetsync.snipeit.standin.Cells.money;
import static io.assetsync.snipeit.standin.Cells.months;
import static io.assetsync.snipeit.standin.Cells.number;
import static io.assetsync.snipeit.standin.Cells.reference;
import static io.assetsync.snipeit.standin.Cells.referenceWithDeleted;
import static io.assetsync.snipeit.standin.Cells.text;
import static io.assetsync.snipeit.standin.Cells.textOrNull;
import static io.assetsync.snipeit.standin.Cells.time;

/** Assets. How their derived values come about is in {@link AssetCells}. */
final class HardwareKind {

  private static final Tally CHILDREN =
      new Tally(
          "hardware",
          (asset, view) ->
              "asset".equals(asset.text("assigned_type")) ? asset.get("assigned_to") : null,
          (asset, view) -> true);

  static final Kind HARDWARE =
      Kind.named("hardware", "assets", "Asset does not exist.")
          .texts("name", "asset_tag", "serial", "notes", "order_number", "image", "assigned_type")
          .integers("model_id", "status_id", "supplier_id", "company_id", "location_id")
          .integers("rtd_location_id", "assigned_to", "warranty_months")
          .integers("checkin_counter", "checkout_counter", "requests_counter")
          .flags("byod", "requestable")
          .dates("purchase_date", "asset_eol_date", "next_audit_date", "expected_checkin")
          .times("last_audit_date", "last_checkout", "last_checkin")
          .money("purchase_cost")
          .softDeletes()
          .scoped()
          .detailShowsDeleted()
          .sorts("id", "name", "asset_tag", "serial", "notes", "order_number", "created_at")
          .sorts("updated_at", "last_checkout", "last_checkin", "expected_checkin", "assigned_to")
          .sorts("purchase_date", "purchase_cost", "last_audit_date", "next_audit_date")
          .sorts("warranty_months", "checkout_counter", "checkin_counter", "requests_counter")
          .sorts("byod", "asset_eol_date", "requestable")
          .sorts("model", AssetCells::modelName, true)
          .sorts("category", AssetCells::categoryName, true)
          .sorts("manufacturer", AssetCells::manufacturerName, true)
          .sorts("status_label", AssetCells::labelName, true)
          .byDefault(SortKey.column("created_at"))
          .filters(AssetStatus.FILTER)
          .filters(Filters.equal("status_id"), Filters.equal("asset_tag"), Filters.equal("serial"))
          .filters(Filters.equal("company_id"), Filters.equal("location_id"))
          .filters(Filters.equal("rtd_location_id"), Filters.equal("supplier_id"))
          .filters(Filters.equal("order_number"), Filters.equal("asset_eol_date"))
          .filters(Filters.equal("byod"), AssetStatus.REQUESTABLE, AssetStatus.ASSIGNED_TO)
          .filters(Filters.anyOf("model_id", SortKey.column("model_id")))
          .filters(Filters.anyOf("category_id", AssetCells::categoryId))
          .filters(Filters.anyOf("manufacturer_id", AssetCells::manufacturerId))
          .filters(Filters.anyOf("depreciation_id", AssetCells::depreciationId))
          .shownAs(layout());

  private HardwareKind() {}

  private static Layout layout() {
    return new Layout()
        .put("id", Cells.id())
        .put("name", text("name"))
        .put("asset_tag", text("asset_tag"))
        .put("serial", text("serial"))
        .put("model", referenceWithDeleted("models", "model_id"))
        .putSince(Version.V8_1_4, "byod", flag("byod"))
        .putSince(Version.V8_1_4, "requestable", flag("requestable"))
        .put("model_number", AssetCells::modelNumber)
        .put("eol", AssetCells::eol)
        .putSince(Version.V8_1_4, "asset_eol_date", date("asset_eol_date"))
        .putUntil(Version.V8_7_0, "status_label", AssetCells::statusLabel)
        .putSince(Version.V8_7_0, "status", AssetCells::statusLabel)
        .putSince(Version.V8_7_0, "depreciation", AssetCells::depreciation)
        .putSince(Version.V8_7_0, "child_asset_count", Cells.count(CHILDREN))
        .putSince(Version.V8_7_0, "qr_code_url", AssetCells::barcode)
        .put("category", AssetCells::category)
        .put("manufacturer", AssetCells::manufacturer)
        .put("supplier", reference("suppliers", "supplier_id"))
        .put("notes", markdown("notes"))
        .put("order_number", textOrNull("order_number"))
        .put("company", reference("companies", "company_id"))
        .put("location", reference("locations", "location_id"))
        .put("rtd_location", reference("locations", "rtd_location_id"))
        .put("image", AssetCells::image)
        .put("qr", Cells.nothing())
        .put("alt_barcode", AssetCells::barcode)
        .put("assigned_to", AssetCells::assignedTo)
        .put("warranty_months", months("warranty_months"))
        .put("warranty_expires", AssetCells::warrantyExpires)
        .put("created_by", createdBy())
        .put("created_at", time("created_at"))
        .put("updated_at", time("updated_at"))
        .put("last_audit_date", time("last_audit_date"))
        .put("next_audit_date", date("next_audit_date"))
        .put("deleted_at", time("deleted_at"))
        .put("purchase_date", date("purchase_date"))
        .putSince(Version.V8_1_4, "age", AssetCells::age)
        .put("last_checkout", time("last_checkout"))
        .putSince(Version.V8_1_4, "last_checkin", time("last_checkin"))
        .put("expected_checkin", date("expected_checkin"))
        .put("purchase_cost", money("purchase_cost"))
        .put("checkin_counter", number("checkin_counter"))
        .put("checkout_counter", number("checkout_counter"))
        .put("requests_counter", number("requests_counter"))
        .put("user_can_checkout", is(AssetStatus::availableForCheckout))
        .putSince(Version.V8_1_4, "book_value", AssetCells::bookValue)
        .put("custom_fields", new CustomFields())
        .put("available_actions", actions());
  }

  private static Layout actions() {
    return new Layout()
        .put("checkout", allowed("assets.checkout", (asset, view) -> !asset.deleted()))
        .put("checkin", allowed("assets.checkin", (asset, view) -> !asset.deleted()))
        .put("clone", allowed("assets.create"))
        .put("restore", allowed("assets.create", (asset, view) -> asset.deleted()))
        .put("update", allowed("assets.edit", (asset, view) -> !asset.deleted()))
        .put("audit", allowed("assets.audit"))
        .put("delete", allowed("assets.delete", AssetStatus::deletable));
  }
}
