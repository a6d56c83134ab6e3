package io.assetsync.core.model;

import java.time.Instant;

/** One piece of an accessory that somebody has. */
public final class AccessoryCheckoutAttributes {

  private static final EntityType.Definition ACCESSORY_CHECKOUT =
      EntityType.define("accessory_checkout");

  public static final Attribute<Long> ACCESSORY_ID =
      ACCESSORY_CHECKOUT.parentReference("accessory_id", "accessory");
  public static final Attribute<Long> ASSIGNED_USER_ID =
      ACCESSORY_CHECKOUT.reference("assigned_user_id", "user_account");
  public static final Attribute<Long> ASSIGNED_LOCATION_ID =
      ACCESSORY_CHECKOUT.reference("assigned_location_id", "location");
  public static final Attribute<Long> ASSIGNED_ASSET_ID =
      ACCESSORY_CHECKOUT.reference("assigned_asset_id", "asset");

  /** As entered with it, as plain text. */
  public static final Attribute<String> NOTE = ACCESSORY_CHECKOUT.text("note");

  public static final Attribute<Long> CREATED_BY_ID =
      ACCESSORY_CHECKOUT.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = ACCESSORY_CHECKOUT.timestamp("created_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = ACCESSORY_CHECKOUT.build();

  private AccessoryCheckoutAttributes() {}
}
