package io.assetsync.snipeit;

import static io.assetsync.core.model.ModelAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.ModelAttributes.CATEGORY_ID;
import static io.assetsync.core.model.ModelAttributes.CREATED_AT;
import static io.assetsync.core.model.ModelAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.ModelAttributes.DEFAULT_FIELD_VALUES;
import static io.assetsync.core.model.ModelAttributes.DELETED_AT;
import static io.assetsync.core.model.ModelAttributes.DEPRECIATION_ID;
import static io.assetsync.core.model.ModelAttributes.EOL_MONTHS;
import static io.assetsync.core.model.ModelAttributes.FIELDSET_ID;
import static io.assetsync.core.model.ModelAttributes.IMAGE_URL;
import static io.assetsync.core.model.ModelAttributes.MANUFACTURER_ID;
import static io.assetsync.core.model.ModelAttributes.MIN_QUANTITY;
import static io.assetsync.core.model.ModelAttributes.MODEL_NUMBER;
import static io.assetsync.core.model.ModelAttributes.NAME;
import static io.assetsync.core.model.ModelAttributes.NOTES;
import static io.assetsync.core.model.ModelAttributes.NOTES_HTML;
import static io.assetsync.core.model.ModelAttributes.REMAINING_COUNT;
import static io.assetsync.core.model.ModelAttributes.REQUESTABLE;
import static io.assetsync.core.model.ModelAttributes.UPDATED_AT;
import static io.assetsync.snipeit.CustomFieldDecoders.defaultFieldValues;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.deletedAt;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.months;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.Json;
import io.assetsync.core.model.ModelAttributes;

/** The rows of {@code /models}. */
final class ModelMapping {

  static final RowMapping MAPPING =
      RowMapping.of(ModelAttributes.TYPE)
          .field("name", text(NAME))
          .field("model_number", text(MODEL_NUMBER))
          .field("manufacturer", reference(MANUFACTURER_ID))
          .field("category", reference(CATEGORY_ID))
          .field("fieldset", reference(FIELDSET_ID))
          .field("depreciation", reference(DEPRECIATION_ID))
          .field("eol", months(EOL_MONTHS))
          .field("min_amt", integer(MIN_QUANTITY))
          .field("requestable", bool(REQUESTABLE))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field(
              "default_fieldset_values",
              defaultFieldValues(DEFAULT_FIELD_VALUES),
              DEFAULT_FIELD_VALUES,
              Json.EMPTY_OBJECT)
          .field("remaining", integer(REMAINING_COUNT))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("image", rawText(IMAGE_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .field("deleted_at", deletedAt(DELETED_AT))
          .build();

  private ModelMapping() {}
}
