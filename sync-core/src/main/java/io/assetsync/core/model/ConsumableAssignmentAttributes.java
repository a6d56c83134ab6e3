package io.assetsync.core.model;

import java.time.Instant;

/**
 * One piece of a consumable that a user got. The source gives it no key of its own, so its key is
 * made from the other values.
 */
public final class ConsumableAssignmentAttributes {

  private static final EntityType.Definition CONSUMABLE_ASSIGNMENT =
      EntityType.define("consumable_assignment");

  public static final Attribute<Long> CONSUMABLE_ID =
      CONSUMABLE_ASSIGNMENT.parentReference("consumable_id", "consumable");

  /** Null if the user is gone. */
  public static final Attribute<Long> USER_ID =
      CONSUMABLE_ASSIGNMENT.reference("user_id", "user_account");

  /** As entered with it, as plain text. */
  public static final Attribute<String> NOTE = CONSUMABLE_ASSIGNMENT.text("note");

  public static final Attribute<Long> CREATED_BY_ID =
      CONSUMABLE_ASSIGNMENT.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = CONSUMABLE_ASSIGNMENT.timestamp("created_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = CONSUMABLE_ASSIGNMENT.build();

  private ConsumableAssignmentAttributes() {}
}
