package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A maker of models. */
public final class ManufacturerAttributes {

  private static final EntityType.Definition MANUFACTURER = EntityType.define("manufacturer");

  public static final Attribute<String> NAME = MANUFACTURER.text("name");
  public static final Attribute<String> URL = MANUFACTURER.text("url");
  public static final Attribute<String> SUPPORT_URL = MANUFACTURER.text("support_url");
  public static final Attribute<String> SUPPORT_PHONE = MANUFACTURER.text("support_phone");
  public static final Attribute<String> SUPPORT_EMAIL = MANUFACTURER.text("support_email");
  public static final Attribute<String> WARRANTY_LOOKUP_URL =
      MANUFACTURER.text("warranty_lookup_url");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = MANUFACTURER.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = MANUFACTURER.text("notes_html");

  public static final Attribute<Integer> ASSETS_COUNT =
      MANUFACTURER.integer("assets_count", VOLATILE);
  public static final Attribute<Integer> LICENSES_COUNT =
      MANUFACTURER.integer("licenses_count", VOLATILE);
  public static final Attribute<Integer> CONSUMABLES_COUNT =
      MANUFACTURER.integer("consumables_count", VOLATILE);
  public static final Attribute<Integer> ACCESSORIES_COUNT =
      MANUFACTURER.integer("accessories_count", VOLATILE);
  public static final Attribute<Integer> COMPONENTS_COUNT =
      MANUFACTURER.integer("components_count", VOLATILE);
  public static final Attribute<String> IMAGE_URL = MANUFACTURER.text("image_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      MANUFACTURER.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = MANUFACTURER.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT =
      MANUFACTURER.timestamp("updated_at", VOLATILE);
  public static final Attribute<Instant> DELETED_AT = MANUFACTURER.timestamp("deleted_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = MANUFACTURER.build();

  private ManufacturerAttributes() {}
}
