package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A set of things that are given out together. */
public final class KitAttributes {

  private static final EntityType.Definition KIT = EntityType.define("kit");

  public static final Attribute<String> NAME = KIT.text("name");
  public static final Attribute<Long> CREATED_BY_ID =
      KIT.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = KIT.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = KIT.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = KIT.build();

  private KitAttributes() {}
}
