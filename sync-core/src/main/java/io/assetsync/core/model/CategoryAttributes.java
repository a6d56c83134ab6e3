package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A category of models, licenses or supplies. */
public final class CategoryAttributes {

  private static final EntityType.Definition CATEGORY = EntityType.define("category");

  public static final Attribute<String> NAME = CATEGORY.text("name");

  /** In the language of the source's user: Asset, Accessory, Consumable, Component or License. */
  public static final Attribute<String> CATEGORY_TYPE = CATEGORY.text("category_type");

  public static final Attribute<Boolean> HAS_EULA = CATEGORY.bool("has_eula");
  public static final Attribute<Boolean> USE_DEFAULT_EULA = CATEGORY.bool("use_default_eula");
  public static final Attribute<String> EULA_HTML = CATEGORY.text("eula_html");
  public static final Attribute<Boolean> CHECKIN_EMAIL = CATEGORY.bool("checkin_email");
  public static final Attribute<Boolean> REQUIRE_ACCEPTANCE = CATEGORY.bool("require_acceptance");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = CATEGORY.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = CATEGORY.text("notes_html");

  public static final Attribute<Integer> ITEM_COUNT = CATEGORY.integer("item_count", VOLATILE);
  public static final Attribute<Integer> ASSETS_COUNT = CATEGORY.integer("assets_count", VOLATILE);
  public static final Attribute<Integer> ACCESSORIES_COUNT =
      CATEGORY.integer("accessories_count", VOLATILE);
  public static final Attribute<Integer> CONSUMABLES_COUNT =
      CATEGORY.integer("consumables_count", VOLATILE);
  public static final Attribute<Integer> COMPONENTS_COUNT =
      CATEGORY.integer("components_count", VOLATILE);
  public static final Attribute<Integer> LICENSES_COUNT =
      CATEGORY.integer("licenses_count", VOLATILE);
  public static final Attribute<String> IMAGE_URL = CATEGORY.text("image_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      CATEGORY.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = CATEGORY.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = CATEGORY.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = CATEGORY.build();

  private CategoryAttributes() {}
}
