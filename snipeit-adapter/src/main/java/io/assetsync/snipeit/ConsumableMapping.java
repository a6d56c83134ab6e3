package io.assetsync.snipeit;

import static io.assetsync.core.model.ConsumableAttributes.CATEGORY_ID;
import static io.assetsync.core.model.ConsumableAttributes.COMPANY_ID;
import static io.assetsync.core.model.ConsumableAttributes.CREATED_AT;
import static io.assetsync.core.model.ConsumableAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.ConsumableAttributes.IMAGE_URL;
import static io.assetsync.core.model.ConsumableAttributes.ITEM_NUMBER;
import static io.assetsync.core.model.ConsumableAttributes.LOCATION_ID;
import static io.assetsync.core.model.ConsumableAttributes.MANUFACTURER_ID;
import static io.assetsync.core.model.ConsumableAttributes.MIN_QUANTITY;
import static io.assetsync.core.model.ConsumableAttributes.MODEL_NUMBER;
import static io.assetsync.core.model.ConsumableAttributes.NAME;
import static io.assetsync.core.model.ConsumableAttributes.NOTES;
import static io.assetsync.core.model.ConsumableAttributes.NOTES_HTML;
import static io.assetsync.core.model.ConsumableAttributes.ORDER_NUMBER;
import static io.assetsync.core.model.ConsumableAttributes.PURCHASE_COST;
import static io.assetsync.core.model.ConsumableAttributes.PURCHASE_DATE;
import static io.assetsync.core.model.ConsumableAttributes.QUANTITY;
import static io.assetsync.core.model.ConsumableAttributes.REMAINING_COUNT;
import static io.assetsync.core.model.ConsumableAttributes.SUPPLIER_ID;
import static io.assetsync.core.model.ConsumableAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.money;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.ConsumableAttributes;

/** The rows of {@code /consumables}. */
final class ConsumableMapping {

  static final RowMapping MAPPING =
      RowMapping.of(ConsumableAttributes.TYPE)
          .field("name", text(NAME))
          .field("company", reference(COMPANY_ID))
          .field("manufacturer", reference(MANUFACTURER_ID))
          .field("supplier", reference(SUPPLIER_ID))
          .field("category", reference(CATEGORY_ID))
          .field("location", reference(LOCATION_ID))
          .field("model_number", text(MODEL_NUMBER))
          .field("item_no", text(ITEM_NUMBER))
          .field("order_number", text(ORDER_NUMBER))
          .field("purchase_date", date(PURCHASE_DATE))
          .field("purchase_cost", money(PURCHASE_COST))
          .field("qty", integer(QUANTITY))
          .field("min_amt", integer(MIN_QUANTITY))
          .field("remaining", integer(REMAINING_COUNT))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("image", rawText(IMAGE_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private ConsumableMapping() {}
}
