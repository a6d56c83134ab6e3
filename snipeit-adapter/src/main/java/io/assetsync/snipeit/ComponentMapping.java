package io.assetsync.snipeit;

import static io.assetsync.core.model.ComponentAttributes.CATEGORY_ID;
import static io.assetsync.core.model.ComponentAttributes.COMPANY_ID;
import static io.assetsync.core.model.ComponentAttributes.CREATED_AT;
import static io.assetsync.core.model.ComponentAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.ComponentAttributes.IMAGE_URL;
import static io.assetsync.core.model.ComponentAttributes.LOCATION_ID;
import static io.assetsync.core.model.ComponentAttributes.MANUFACTURER_ID;
import static io.assetsync.core.model.ComponentAttributes.MIN_QUANTITY;
import static io.assetsync.core.model.ComponentAttributes.MODEL_NUMBER;
import static io.assetsync.core.model.ComponentAttributes.NAME;
import static io.assetsync.core.model.ComponentAttributes.NOTES;
import static io.assetsync.core.model.ComponentAttributes.NOTES_HTML;
import static io.assetsync.core.model.ComponentAttributes.ORDER_NUMBER;
import static io.assetsync.core.model.ComponentAttributes.PURCHASE_COST;
import static io.assetsync.core.model.ComponentAttributes.PURCHASE_DATE;
import static io.assetsync.core.model.ComponentAttributes.QUANTITY;
import static io.assetsync.core.model.ComponentAttributes.REMAINING_COUNT;
import static io.assetsync.core.model.ComponentAttributes.SERIAL;
import static io.assetsync.core.model.ComponentAttributes.SUPPLIER_ID;
import static io.assetsync.core.model.ComponentAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.money;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.ComponentAttributes;

/** The rows of {@code /components}. */
final class ComponentMapping {

  static final RowMapping MAPPING =
      RowMapping.of(ComponentAttributes.TYPE)
          .field("name", text(NAME))
          .field("serial", text(SERIAL))
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
          .field("min_amt", integer(MIN_QUANTITY))
          .field("remaining", integer(REMAINING_COUNT))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("image", rawText(IMAGE_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private ComponentMapping() {}
}
