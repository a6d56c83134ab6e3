package io.assetsync.snipeit;

import static io.assetsync.core.model.AccessoryAttributes.CATEGORY_ID;
import static io.assetsync.core.model.AccessoryAttributes.CHECKOUTS_COUNT;
import static io.assetsync.core.model.AccessoryAttributes.COMPANY_ID;
import static io.assetsync.core.model.AccessoryAttributes.CREATED_AT;
import static io.assetsync.core.model.AccessoryAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.AccessoryAttributes.IMAGE_URL;
import static io.assetsync.core.model.AccessoryAttributes.LOCATION_ID;
import static io.assetsync.core.model.AccessoryAttributes.MANUFACTURER_ID;
import static io.assetsync.core.model.AccessoryAttributes.MIN_QUANTITY;
import static io.assetsync.core.model.AccessoryAttributes.MODEL_NUMBER;
import static io.assetsync.core.model.AccessoryAttributes.NAME;
import static io.assetsync.core.model.AccessoryAttributes.NOTES;
import static io.assetsync.core.model.AccessoryAttributes.NOTES_HTML;
import static io.assetsync.core.model.AccessoryAttributes.ORDER_NUMBER;
import static io.assetsync.core.model.AccessoryAttributes.PURCHASE_COST;
import static io.assetsync.core.model.AccessoryAttributes.PURCHASE_DATE;
import static io.assetsync.core.model.AccessoryAttributes.QUANTITY;
import static io.assetsync.core.model.AccessoryAttributes.REMAINING_COUNT;
import static io.assetsync.core.model.AccessoryAttributes.SUPPLIER_ID;
import static io.assetsync.core.model.AccessoryAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.money;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.AccessoryAttributes;

/**
 * The rows of {@code /accessories}, whose numbers have changed their names from version to version.
 */
final class AccessoryMapping {

  static final RowMapping MAPPING =
      RowMapping.of(AccessoryAttributes.TYPE)
          .field("name", text(NAME))
          .field("company", reference(COMPANY_ID))
          .field("manufacturer", reference(MANUFACTURER_ID))
          .field("supplier", reference(SUPPLIER_ID))
          .field("category", reference(CATEGORY_ID))
          .field("location", reference(LOCATION_ID))
          .field("model_number", text(MODEL_NUMBER))
          .field("order_number", text(ORDER_NUMBER))
          .field("purchase_date", date(PURCHASE_DATE))
          .field("purchase_cost", money(PURCHASE_COST))
          .field("qty", integer(QUANTITY))
          .field("min_qty", integer(MIN_QUANTITY))
          .field("min_amt", integer(MIN_QUANTITY))
          .field("remaining_qty", integer(REMAINING_COUNT))
          .field("remaining", integer(REMAINING_COUNT))
          .field("users_count", integer(CHECKOUTS_COUNT))
          .field("checkouts_count", integer(CHECKOUTS_COUNT))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("image", rawText(IMAGE_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private AccessoryMapping() {}
}
