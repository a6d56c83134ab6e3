package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A label that says what state an asset is in. */
public final class StatusLabelAttributes {

  private static final EntityType.Definition STATUS_LABEL = EntityType.define("status_label");

  public static final Attribute<String> NAME = STATUS_LABEL.text("name");

  /** One of deployable, pending, archived, undeployable. */
  public static final Attribute<String> STATUS_TYPE = STATUS_LABEL.text("status_type");

  public static final Attribute<String> COLOR = STATUS_LABEL.text("color");
  public static final Attribute<Boolean> SHOW_IN_NAV = STATUS_LABEL.bool("show_in_nav");
  public static final Attribute<Boolean> DEFAULT_LABEL = STATUS_LABEL.bool("default_label");
  public static final Attribute<String> NOTES = STATUS_LABEL.text("notes");
  public static final Attribute<Integer> ASSETS_COUNT =
      STATUS_LABEL.integer("assets_count", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      STATUS_LABEL.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = STATUS_LABEL.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT =
      STATUS_LABEL.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = STATUS_LABEL.build();

  private StatusLabelAttributes() {}
}
