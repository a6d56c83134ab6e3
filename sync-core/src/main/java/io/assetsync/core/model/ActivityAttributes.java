package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.REQUIRED;
import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;
import java.time.LocalDate;

/** An entry of the log of activities: who did what to which item, and when. */
public final class ActivityAttributes {

  private static final EntityType.Definition ACTIVITY = EntityType.define("activity");

  /** In the language of the user that reads, such as checkout, audit or create new. */
  public static final Attribute<String> ACTION_TYPE = ACTIVITY.text("action_type");

  /** When it was done, as entered by who did it. */
  public static final Attribute<Instant> ACTION_AT = ACTIVITY.timestamp("action_at");

  /** The kind of item as the source names it: asset, user, license, accessory and so on. */
  public static final Attribute<String> ITEM_TYPE = ACTIVITY.text("item_type");

  /** What it was done to, of the kind {@link #ITEM_TYPE}; null if that is gone or hidden. */
  public static final Attribute<Long> ITEM_ID = ACTIVITY.reference("item_id");

  /** The kind of target as the source names it, as for the item. */
  public static final Attribute<String> TARGET_TYPE = ACTIVITY.text("target_type");

  /** Whom or what it involved, such as who got the item, of the kind {@link #TARGET_TYPE}. */
  public static final Attribute<Long> TARGET_ID = ACTIVITY.reference("target_id");

  /** Where the source puts it, mostly the place of the target. */
  public static final Attribute<Long> LOCATION_ID = ACTIVITY.reference("location_id", "location");

  /** The text of the note without markup. */
  public static final Attribute<String> NOTE = ACTIVITY.text("note");

  /** The note as HTML, as the source renders it. */
  public static final Attribute<String> NOTE_HTML = ACTIVITY.text("note_html");

  /**
   * JSON object of field to {"old":...,"new":...}, as shown by the source; empty if it tells none.
   */
  public static final Attribute<Json> CHANGES = ACTIVITY.json("changes", REQUIRED);

  /** As the asset has it now, not as it was then. */
  public static final Attribute<LocalDate> NEXT_AUDIT_DATE =
      ACTIVITY.date("next_audit_date", VOLATILE);

  /** The file that was uploaded. */
  public static final Attribute<String> FILE_NAME = ACTIVITY.text("file_name");

  /** The way it was done: gui, api, importer or cli/unknown. */
  public static final Attribute<String> SOURCE = ACTIVITY.text("source");

  public static final Attribute<String> REMOTE_IP = ACTIVITY.text("remote_ip");
  public static final Attribute<String> USER_AGENT = ACTIVITY.text("user_agent");

  /** Who did it. */
  public static final Attribute<Long> CREATED_BY_ID =
      ACTIVITY.reference("created_by_id", "user_account");

  public static final Attribute<Instant> CREATED_AT = ACTIVITY.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = ACTIVITY.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = ACTIVITY.build();

  private ActivityAttributes() {}
}
