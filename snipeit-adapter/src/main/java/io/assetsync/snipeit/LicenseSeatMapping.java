package io.assetsync.snipeit;

import static io.assetsync.core.model.LicenseSeatAttributes.ASSIGNED_ASSET_ID;
import static io.assetsync.core.model.LicenseSeatAttributes.ASSIGNED_USER_ID;
import static io.assetsync.core.model.LicenseSeatAttributes.LICENSE_ID;
import static io.assetsync.core.model.LicenseSeatAttributes.LOCATION_ID;
import static io.assetsync.core.model.LicenseSeatAttributes.NOTES;
import static io.assetsync.core.model.LicenseSeatAttributes.REASSIGNABLE;
import static io.assetsync.core.model.LicenseSeatAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.LicenseSeatAttributes;

/** The rows of {@code /licenses/{id}/seats}. */
final class LicenseSeatMapping {

  private LicenseSeatMapping() {}

  static RowMapping of(long license) {
    return RowMapping.of(LicenseSeatAttributes.TYPE)
        .constant(LICENSE_ID, license)
        .field("assigned_user", reference(ASSIGNED_USER_ID))
        .field("assigned_asset", reference(ASSIGNED_ASSET_ID))
        .field("location", reference(LOCATION_ID))
        .field("reassignable", bool(REASSIGNABLE))
        .field("notes", text(NOTES))
        .field("updated_at", timestamp(UPDATED_AT))
        .build();
  }
}
