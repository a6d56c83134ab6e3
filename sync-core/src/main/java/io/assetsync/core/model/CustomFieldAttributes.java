package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A field that an installation adds to its assets. */
public final class CustomFieldAttributes {

  private static final EntityType.Definition CUSTOM_FIELD = EntityType.define("custom_field");

  public static final Attribute<String> NAME = CUSTOM_FIELD.text("name");

  /** The name of the column in the source; its digits at the end are the id. */
  public static final Attribute<String> DB_COLUMN = CUSTOM_FIELD.text("db_column");

  /** What the values must look like, such as ANY, DATE, MAC or regex:... */
  public static final Attribute<String> FORMAT = CUSTOM_FIELD.text("format");

  /** The form element: text, textarea, listbox, checkbox or radio. */
  public static final Attribute<String> ELEMENT = CUSTOM_FIELD.text("element");

  /** The choices, a line each. */
  public static final Attribute<String> FIELD_VALUES = CUSTOM_FIELD.text("field_values");

  public static final Attribute<Boolean> AUTO_ADD_TO_FIELDSETS =
      CUSTOM_FIELD.bool("auto_add_to_fieldsets");
  public static final Attribute<Boolean> SHOW_IN_LISTVIEW = CUSTOM_FIELD.bool("show_in_listview");
  public static final Attribute<Boolean> DISPLAY_IN_USER_VIEW =
      CUSTOM_FIELD.bool("display_in_user_view");
  public static final Attribute<Boolean> DISPLAY_CHECKIN = CUSTOM_FIELD.bool("display_checkin");
  public static final Attribute<Boolean> DISPLAY_CHECKOUT = CUSTOM_FIELD.bool("display_checkout");
  public static final Attribute<Boolean> DISPLAY_AUDIT = CUSTOM_FIELD.bool("display_audit");
  public static final Attribute<Instant> CREATED_AT = CUSTOM_FIELD.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT =
      CUSTOM_FIELD.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = CUSTOM_FIELD.build();

  private CustomFieldAttributes() {}
}
