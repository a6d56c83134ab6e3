package io.assetsync.snipeit;

import static io.assetsync.core.model.MaintenanceAttributes.ASSET_ID;
import static io.assetsync.core.model.MaintenanceAttributes.COMPLETION_DATE;
import static io.assetsync.core.model.MaintenanceAttributes.COST;
import static io.assetsync.core.model.MaintenanceAttributes.CREATED_AT;
import static io.assetsync.core.model.MaintenanceAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.MaintenanceAttributes.DURATION_DAYS;
import static io.assetsync.core.model.MaintenanceAttributes.IS_WARRANTY;
import static io.assetsync.core.model.MaintenanceAttributes.MAINTENANCE_TYPE;
import static io.assetsync.core.model.MaintenanceAttributes.NOTES;
import static io.assetsync.core.model.MaintenanceAttributes.NOTES_HTML;
import static io.assetsync.core.model.MaintenanceAttributes.START_DATE;
import static io.assetsync.core.model.MaintenanceAttributes.SUPPLIER_ID;
import static io.assetsync.core.model.MaintenanceAttributes.TITLE;
import static io.assetsync.core.model.MaintenanceAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.money;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.MaintenanceAttributes;

/** The rows of {@code /maintenances}. What belongs to the asset is taken from there. */
final class MaintenanceMapping {

  static final RowMapping MAPPING =
      RowMapping.of(MaintenanceAttributes.TYPE)
          .field("asset", reference(ASSET_ID))
          .field("supplier", reference(SUPPLIER_ID))
          .field("name", text(TITLE))
          .field("title", text(TITLE))
          .field("asset_maintenance_type", text(MAINTENANCE_TYPE))
          .field("is_warranty", bool(IS_WARRANTY))
          .field("cost", money(COST))
          .field("start_date", date(START_DATE))
          .field("completion_date", date(COMPLETION_DATE))
          .field("asset_maintenance_time", integer(DURATION_DAYS))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("user_id", reference(CREATED_BY_ID))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .afterwards(MaintenanceMapping::dropUnknownDuration)
          .build();

  private MaintenanceMapping() {}

  /** Newer versions send 0 for a duration that is not known yet. */
  private static void dropUnknownDuration(Row row) {
    Integer days = row.get(DURATION_DAYS);
    if (days != null && days == 0 && !row.has(COMPLETION_DATE)) {
      row.set(DURATION_DAYS, null);
    }
  }
}
