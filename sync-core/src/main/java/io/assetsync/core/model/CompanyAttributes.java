package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A company that owns assets or employs people. */
public final class CompanyAttributes {

  private static final EntityType.Definition COMPANY = EntityType.define("company");

  public static final Attribute<String> NAME = COMPANY.text("name");
  public static final Attribute<String> PHONE = COMPANY.text("phone");
  public static final Attribute<String> FAX = COMPANY.text("fax");
  public static final Attribute<String> EMAIL = COMPANY.text("email");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = COMPANY.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = COMPANY.text("notes_html");

  public static final Attribute<Integer> ASSETS_COUNT = COMPANY.integer("assets_count", VOLATILE);
  public static final Attribute<Integer> LICENSES_COUNT =
      COMPANY.integer("licenses_count", VOLATILE);
  public static final Attribute<Integer> ACCESSORIES_COUNT =
      COMPANY.integer("accessories_count", VOLATILE);
  public static final Attribute<Integer> CONSUMABLES_COUNT =
      COMPANY.integer("consumables_count", VOLATILE);
  public static final Attribute<Integer> COMPONENTS_COUNT =
      COMPANY.integer("components_count", VOLATILE);
  public static final Attribute<Integer> USERS_COUNT = COMPANY.integer("users_count", VOLATILE);
  public static final Attribute<String> IMAGE_URL = COMPANY.text("image_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      COMPANY.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = COMPANY.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = COMPANY.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = COMPANY.build();

  private CompanyAttributes() {}
}
