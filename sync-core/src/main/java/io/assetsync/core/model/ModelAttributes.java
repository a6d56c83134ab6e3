package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.REQUIRED;
import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A model of which assets are specimens. */
public final class ModelAttributes {

  private static final EntityType.Definition MODEL = EntityType.define("model");

  public static final Attribute<String> NAME = MODEL.text("name");
  public static final Attribute<String> MODEL_NUMBER = MODEL.text("model_number");
  public static final Attribute<Long> MANUFACTURER_ID =
      MODEL.reference("manufacturer_id", "manufacturer");
  public static final Attribute<Long> CATEGORY_ID = MODEL.reference("category_id", "category");
  public static final Attribute<Long> FIELDSET_ID = MODEL.reference("fieldset_id", "fieldset");
  public static final Attribute<Long> DEPRECIATION_ID =
      MODEL.reference("depreciation_id", "depreciation");

  /** Months from purchase to the end of life. */
  public static final Attribute<Integer> EOL_MONTHS = MODEL.integer("eol_months");

  /** The stock below which the source warns. */
  public static final Attribute<Integer> MIN_QUANTITY = MODEL.integer("min_quantity");

  public static final Attribute<Boolean> REQUESTABLE = MODEL.bool("requestable");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = MODEL.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = MODEL.text("notes_html");

  /** JSON object, custom field id to default value, ids in ascending order. */
  public static final Attribute<Json> DEFAULT_FIELD_VALUES =
      MODEL.json("default_field_values", REQUIRED);

  /** Assets of the model less the minimum quantity. */
  public static final Attribute<Integer> REMAINING_COUNT =
      MODEL.integer("remaining_count", VOLATILE);

  public static final Attribute<Integer> ASSETS_COUNT = MODEL.integer("assets_count", VOLATILE);
  public static final Attribute<String> IMAGE_URL = MODEL.text("image_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      MODEL.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = MODEL.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = MODEL.timestamp("updated_at", VOLATILE);
  public static final Attribute<Instant> DELETED_AT = MODEL.timestamp("deleted_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = MODEL.build();

  private ModelAttributes() {}
}
