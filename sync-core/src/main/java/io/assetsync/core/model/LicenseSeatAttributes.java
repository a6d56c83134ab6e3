package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** The right of one user or asset to use a license. */
public final class LicenseSeatAttributes {

  private static final EntityType.Definition LICENSE_SEAT = EntityType.define("license_seat");

  public static final Attribute<Long> LICENSE_ID =
      LICENSE_SEAT.parentReference("license_id", "license");
  public static final Attribute<Long> ASSIGNED_USER_ID =
      LICENSE_SEAT.reference("assigned_user_id", "user_account");
  public static final Attribute<Long> ASSIGNED_ASSET_ID =
      LICENSE_SEAT.reference("assigned_asset_id", "asset");

  /** Where the user or the asset is. */
  public static final Attribute<Long> LOCATION_ID =
      LICENSE_SEAT.reference("location_id", "location", VOLATILE);

  /** Whether it can be given to somebody else once it is given back. */
  public static final Attribute<Boolean> REASSIGNABLE = LICENSE_SEAT.bool("reassignable");

  public static final Attribute<String> NOTES = LICENSE_SEAT.text("notes");
  public static final Attribute<Instant> UPDATED_AT =
      LICENSE_SEAT.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = LICENSE_SEAT.build();

  private LicenseSeatAttributes() {}
}
