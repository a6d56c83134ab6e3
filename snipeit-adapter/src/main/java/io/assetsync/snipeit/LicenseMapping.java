package io.assetsync.snipeit;

import static io.assetsync.core.model.LicenseAttributes.CATEGORY_ID;
import static io.assetsync.core.model.LicenseAttributes.COMPANY_ID;
import static io.assetsync.core.model.LicenseAttributes.CREATED_AT;
import static io.assetsync.core.model.LicenseAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.LicenseAttributes.DELETED_AT;
import static io.assetsync.core.model.LicenseAttributes.DEPRECIATION_ID;
import static io.assetsync.core.model.LicenseAttributes.EXPIRATION_DATE;
import static io.assetsync.core.model.LicenseAttributes.FREE_SEATS_COUNT;
import static io.assetsync.core.model.LicenseAttributes.LICENSE_EMAIL;
import static io.assetsync.core.model.LicenseAttributes.LICENSE_NAME;
import static io.assetsync.core.model.LicenseAttributes.MAINTAINED;
import static io.assetsync.core.model.LicenseAttributes.MANUFACTURER_ID;
import static io.assetsync.core.model.LicenseAttributes.MIN_QUANTITY;
import static io.assetsync.core.model.LicenseAttributes.NAME;
import static io.assetsync.core.model.LicenseAttributes.NOTES;
import static io.assetsync.core.model.LicenseAttributes.NOTES_HTML;
import static io.assetsync.core.model.LicenseAttributes.ORDER_NUMBER;
import static io.assetsync.core.model.LicenseAttributes.PRODUCT_KEY;
import static io.assetsync.core.model.LicenseAttributes.PURCHASE_COST;
import static io.assetsync.core.model.LicenseAttributes.PURCHASE_DATE;
import static io.assetsync.core.model.LicenseAttributes.PURCHASE_ORDER;
import static io.assetsync.core.model.LicenseAttributes.REASSIGNABLE;
import static io.assetsync.core.model.LicenseAttributes.SEATS_COUNT;
import static io.assetsync.core.model.LicenseAttributes.SUPPLIER_ID;
import static io.assetsync.core.model.LicenseAttributes.TERMINATION_DATE;
import static io.assetsync.core.model.LicenseAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.deletedAt;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.money;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.productKey;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.LicenseAttributes;

/** The rows of {@code /licenses}. */
final class LicenseMapping {

  static final RowMapping MAPPING =
      RowMapping.of(LicenseAttributes.TYPE)
          .field("name", text(NAME))
          .field("company", reference(COMPANY_ID))
          .field("manufacturer", reference(MANUFACTURER_ID))
          .field("supplier", reference(SUPPLIER_ID))
          .field("category", reference(CATEGORY_ID))
          .field("depreciation", reference(DEPRECIATION_ID))
          .field("product_key", productKey(PRODUCT_KEY))
          .field("license_name", text(LICENSE_NAME))
          .field("license_email", text(LICENSE_EMAIL))
          .field("purchase_order", text(PURCHASE_ORDER))
          .field("order_number", text(ORDER_NUMBER))
          .field("purchase_date", date(PURCHASE_DATE))
          .field("purchase_cost", money(PURCHASE_COST))
          .field("expiration_date", date(EXPIRATION_DATE))
          .field("termination_date", date(TERMINATION_DATE))
          .field("seats", integer(SEATS_COUNT))
          .field("free_seats_count", integer(FREE_SEATS_COUNT))
          .field("min_amt", integer(MIN_QUANTITY))
          .field("reassignable", bool(REASSIGNABLE))
          .field("maintained", bool(MAINTAINED))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .field("deleted_at", deletedAt(DELETED_AT))
          .build();

  private LicenseMapping() {}
}
