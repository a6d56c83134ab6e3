package io.assetsync.snipeit;

import static io.assetsync.core.model.CustomFieldAttributes.AUTO_ADD_TO_FIELDSETS;
import static io.assetsync.core.model.CustomFieldAttributes.CREATED_AT;
import static io.assetsync.core.model.CustomFieldAttributes.DB_COLUMN;
import static io.assetsync.core.model.CustomFieldAttributes.DISPLAY_AUDIT;
import static io.assetsync.core.model.CustomFieldAttributes.DISPLAY_CHECKIN;
import static io.assetsync.core.model.CustomFieldAttributes.DISPLAY_CHECKOUT;
import static io.assetsync.core.model.CustomFieldAttributes.DISPLAY_IN_USER_VIEW;
import static io.assetsync.core.model.CustomFieldAttributes.ELEMENT;
import static io.assetsync.core.model.CustomFieldAttributes.FIELD_VALUES;
import static io.assetsync.core.model.CustomFieldAttributes.FORMAT;
import static io.assetsync.core.model.CustomFieldAttributes.NAME;
import static io.assetsync.core.model.CustomFieldAttributes.SHOW_IN_LISTVIEW;
import static io.assetsync.core.model.CustomFieldAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.CustomFieldAttributes;

/** The rows of {@code /fields}. */
final class CustomFieldMapping {

  static final RowMapping MAPPING =
      RowMapping.of(CustomFieldAttributes.TYPE)
          .field("name", text(NAME))
          .field("db_column_name", text(DB_COLUMN))
          .field("format", text(FORMAT))
          .field("type", text(ELEMENT))
          .field("field_values", text(FIELD_VALUES))
          .field("auto_add_to_fieldsets", bool(AUTO_ADD_TO_FIELDSETS))
          .field("show_in_listview", bool(SHOW_IN_LISTVIEW))
          .field("display_in_user_view", bool(DISPLAY_IN_USER_VIEW))
          .field("display_checkin", bool(DISPLAY_CHECKIN))
          .field("display_checkout", bool(DISPLAY_CHECKOUT))
          .field("display_audit", bool(DISPLAY_AUDIT))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private CustomFieldMapping() {}
}
