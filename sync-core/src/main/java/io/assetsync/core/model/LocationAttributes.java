package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A place; places form a tree. */
public final class LocationAttributes {

  private static final EntityType.Definition LOCATION = EntityType.define("location");

  public static final Attribute<String> NAME = LOCATION.text("name");
  public static final Attribute<Long> PARENT_ID = LOCATION.reference("parent_id", "location");
  public static final Attribute<Long> MANAGER_ID = LOCATION.reference("manager_id", "user_account");
  public static final Attribute<Long> COMPANY_ID = LOCATION.reference("company_id", "company");
  public static final Attribute<String> ADDRESS = LOCATION.text("address");
  public static final Attribute<String> ADDRESS2 = LOCATION.text("address2");
  public static final Attribute<String> CITY = LOCATION.text("city");
  public static final Attribute<String> STATE = LOCATION.text("state");
  public static final Attribute<String> COUNTRY = LOCATION.text("country");
  public static final Attribute<String> ZIP = LOCATION.text("zip");
  public static final Attribute<String> PHONE = LOCATION.text("phone");
  public static final Attribute<String> FAX = LOCATION.text("fax");
  public static final Attribute<String> CURRENCY = LOCATION.text("currency");
  public static final Attribute<String> LDAP_OU = LOCATION.text("ldap_ou");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = LOCATION.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = LOCATION.text("notes_html");

  public static final Attribute<Integer> ASSETS_COUNT = LOCATION.integer("assets_count", VOLATILE);
  public static final Attribute<Integer> ASSIGNED_ASSETS_COUNT =
      LOCATION.integer("assigned_assets_count", VOLATILE);
  public static final Attribute<Integer> DEFAULT_ASSETS_COUNT =
      LOCATION.integer("default_assets_count", VOLATILE);
  public static final Attribute<Integer> ACCESSORIES_COUNT =
      LOCATION.integer("accessories_count", VOLATILE);
  public static final Attribute<Integer> ASSIGNED_ACCESSORIES_COUNT =
      LOCATION.integer("assigned_accessories_count", VOLATILE);
  public static final Attribute<Integer> USERS_COUNT = LOCATION.integer("users_count", VOLATILE);
  public static final Attribute<String> IMAGE_URL = LOCATION.text("image_url", VOLATILE);
  public static final Attribute<Instant> CREATED_AT = LOCATION.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = LOCATION.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = LOCATION.build();

  private LocationAttributes() {}
}
