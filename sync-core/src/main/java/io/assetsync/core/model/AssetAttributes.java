package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.REQUIRED;
import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An asset: a thing with a tag of its own. Category, manufacturer and model number are those of its
 * model.
 */
public final class AssetAttributes {

  private static final EntityType.Definition ASSET = EntityType.define("asset");

  public static final Attribute<String> ASSET_TAG = ASSET.text("asset_tag");
  public static final Attribute<String> NAME = ASSET.text("name");
  public static final Attribute<String> SERIAL = ASSET.text("serial");
  public static final Attribute<Long> MODEL_ID = ASSET.reference("model_id", "model");
  public static final Attribute<Long> STATUS_LABEL_ID =
      ASSET.reference("status_label_id", "status_label");

  /**
   * What the label means for this asset: deployed, deployable, pending, archived or undeployable.
   */
  public static final Attribute<String> STATUS_META = ASSET.text("status_meta");

  public static final Attribute<Long> COMPANY_ID = ASSET.reference("company_id", "company");
  public static final Attribute<Long> LOCATION_ID = ASSET.reference("location_id", "location");

  /** Where the asset belongs when nobody has it; Snipe-IT calls it the RTD location. */
  public static final Attribute<Long> DEFAULT_LOCATION_ID =
      ASSET.reference("default_location_id", "location");

  public static final Attribute<Long> SUPPLIER_ID = ASSET.reference("supplier_id", "supplier");
  public static final Attribute<Long> ASSIGNED_USER_ID =
      ASSET.reference("assigned_user_id", "user_account");
  public static final Attribute<Long> ASSIGNED_LOCATION_ID =
      ASSET.reference("assigned_location_id", "location");
  public static final Attribute<Long> ASSIGNED_ASSET_ID =
      ASSET.reference("assigned_asset_id", "asset");

  /** Whether the device is the employee's own. */
  public static final Attribute<Boolean> BYOD = ASSET.bool("byod");

  public static final Attribute<Boolean> REQUESTABLE = ASSET.bool("requestable");
  public static final Attribute<String> ORDER_NUMBER = ASSET.text("order_number");
  public static final Attribute<LocalDate> PURCHASE_DATE = ASSET.date("purchase_date");

  /** Without currency: the source does not tell one for a row. */
  public static final Attribute<BigDecimal> PURCHASE_COST = ASSET.decimal("purchase_cost");

  public static final Attribute<Integer> WARRANTY_MONTHS = ASSET.integer("warranty_months");
  public static final Attribute<LocalDate> WARRANTY_END_DATE = ASSET.date("warranty_end_date");

  /** Months from purchase to the end of life. */
  public static final Attribute<Integer> EOL_MONTHS = ASSET.integer("eol_months");

  public static final Attribute<LocalDate> EOL_DATE = ASSET.date("eol_date");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = ASSET.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = ASSET.text("notes_html");

  public static final Attribute<Instant> LAST_AUDIT_AT = ASSET.timestamp("last_audit_at");
  public static final Attribute<LocalDate> NEXT_AUDIT_DATE = ASSET.date("next_audit_date");
  public static final Attribute<Instant> LAST_CHECKOUT_AT = ASSET.timestamp("last_checkout_at");
  public static final Attribute<Instant> LAST_CHECKIN_AT = ASSET.timestamp("last_checkin_at");
  public static final Attribute<LocalDate> EXPECTED_CHECKIN_DATE =
      ASSET.date("expected_checkin_date");
  public static final Attribute<Integer> CHECKIN_COUNT = ASSET.integer("checkin_count");
  public static final Attribute<Integer> CHECKOUT_COUNT = ASSET.integer("checkout_count");
  public static final Attribute<Integer> REQUEST_COUNT = ASSET.integer("request_count");

  /**
   * Values by the numeric id of the custom field, as text; only the fields of the present fieldset.
   * JSON object, ids in ascending order.
   */
  public static final Attribute<Json> CUSTOM_FIELDS = ASSET.json("custom_fields", REQUIRED);

  /**
   * False for an asset that no list of the source shows and that was found by asking for its id.
   */
  public static final Attribute<Boolean> LISTED = ASSET.bool("listed", REQUIRED);

  /** Also moves when the image of the model or category does. */
  public static final Attribute<String> IMAGE_URL = ASSET.text("image_url", VOLATILE);

  public static final Attribute<Long> CREATED_BY_ID =
      ASSET.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = ASSET.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = ASSET.timestamp("updated_at", VOLATILE);
  public static final Attribute<Instant> DELETED_AT = ASSET.timestamp("deleted_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = ASSET.build();

  private AssetAttributes() {}
}
