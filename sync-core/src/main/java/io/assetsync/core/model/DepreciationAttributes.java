package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A way for value to decline. */
public final class DepreciationAttributes {

  private static final EntityType.Definition DEPRECIATION = EntityType.define("depreciation");

  public static final Attribute<String> NAME = DEPRECIATION.text("name");
  public static final Attribute<Integer> MONTHS = DEPRECIATION.integer("months");

  /** An amount, or a share such as "10%". */
  public static final Attribute<String> MINIMUM_VALUE = DEPRECIATION.text("minimum_value");

  public static final Attribute<Integer> ASSETS_COUNT =
      DEPRECIATION.integer("assets_count", VOLATILE);
  public static final Attribute<Integer> MODELS_COUNT =
      DEPRECIATION.integer("models_count", VOLATILE);
  public static final Attribute<Integer> LICENSES_COUNT =
      DEPRECIATION.integer("licenses_count", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      DEPRECIATION.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = DEPRECIATION.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT =
      DEPRECIATION.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = DEPRECIATION.build();

  private DepreciationAttributes() {}
}
