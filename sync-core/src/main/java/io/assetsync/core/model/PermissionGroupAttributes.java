package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.REQUIRED;
import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A group of users with the permissions that all of them have. */
public final class PermissionGroupAttributes {

  private static final EntityType.Definition PERMISSION_GROUP =
      EntityType.define("permission_group");

  public static final Attribute<String> NAME = PERMISSION_GROUP.text("name");

  /** JSON object of permission to -1 (deny), 0 (inherit) or 1 (grant). */
  public static final Attribute<Json> PERMISSIONS = PERMISSION_GROUP.json("permissions", REQUIRED);

  public static final Attribute<Integer> USERS_COUNT =
      PERMISSION_GROUP.integer("users_count", VOLATILE);

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = PERMISSION_GROUP.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = PERMISSION_GROUP.text("notes_html");

  public static final Attribute<Long> CREATED_BY_ID =
      PERMISSION_GROUP.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = PERMISSION_GROUP.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT =
      PERMISSION_GROUP.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = PERMISSION_GROUP.build();

  private PermissionGroupAttributes() {}
}
