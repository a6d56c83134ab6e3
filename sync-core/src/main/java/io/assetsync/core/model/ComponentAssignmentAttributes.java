package io.assetsync.core.model;

import java.time.Instant;

/** Pieces of a component that are built into an asset. */
public final class ComponentAssignmentAttributes {

  private static final EntityType.Definition COMPONENT_ASSIGNMENT =
      EntityType.define("component_assignment");

  public static final Attribute<Long> COMPONENT_ID =
      COMPONENT_ASSIGNMENT.parentReference("component_id", "component");
  public static final Attribute<Long> ASSET_ID =
      COMPONENT_ASSIGNMENT.reference("asset_id", "asset");
  public static final Attribute<Integer> QUANTITY = COMPONENT_ASSIGNMENT.integer("quantity");

  /** As entered with it, as plain text. */
  public static final Attribute<String> NOTE = COMPONENT_ASSIGNMENT.text("note");

  public static final Attribute<Instant> CREATED_AT = COMPONENT_ASSIGNMENT.timestamp("created_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = COMPONENT_ASSIGNMENT.build();

  private ComponentAssignmentAttributes() {}
}
