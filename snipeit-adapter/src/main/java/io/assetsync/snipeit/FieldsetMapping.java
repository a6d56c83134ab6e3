package io.assetsync.snipeit;

import static io.assetsync.core.model.FieldsetAttributes.CREATED_AT;
import static io.assetsync.core.model.FieldsetAttributes.FIELDS;
import static io.assetsync.core.model.FieldsetAttributes.NAME;
import static io.assetsync.core.model.FieldsetAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;
import static io.assetsync.snipeit.JsonFieldDecoders.fieldsetFields;

import io.assetsync.core.model.FieldsetAttributes;
import io.assetsync.core.model.Json;

/** The rows of {@code /fieldsets}. */
final class FieldsetMapping {

  static final RowMapping MAPPING =
      RowMapping.of(FieldsetAttributes.TYPE)
          .field("name", text(NAME))
          .field("fields", fieldsetFields(FIELDS), FIELDS, Json.EMPTY_ARRAY)
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private FieldsetMapping() {}
}
