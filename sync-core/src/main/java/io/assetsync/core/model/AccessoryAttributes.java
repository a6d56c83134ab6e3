package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A kind of thing given out in pieces without tags, and collected again, such as keyboards. */
public final class AccessoryAttributes {

  private static final EntityType.Definition ACCESSORY = EntityType.define("accessory");

  public static final Attribute<String> NAME = ACCESSORY.text("name");
  public static final Attribute<Long> COMPANY_ID = ACCESSORY.reference("company_id", "company");
  public static final Attribute<Long> MANUFACTURER_ID =
      ACCESSORY.reference("manufacturer_id", "manufacturer");
  public static final Attribute<Long> SUPPLIER_ID = ACCESSORY.reference("supplier_id", "supplier");
  public static final Attribute<Long> CATEGORY_ID = ACCESSORY.reference("category_id", "category");

  /** Where they are kept. */
  public static final Attribute<Long> LOCATION_ID = ACCESSORY.reference("location_id", "location");

  public static final Attribute<String> MODEL_NUMBER = ACCESSORY.text("model_number");
  public static final Attribute<String> ORDER_NUMBER = ACCESSORY.text("order_number");
  public static final Attribute<LocalDate> PURCHASE_DATE = ACCESSORY.date("purchase_date");

  /** Without currency: the source does not tell one for a row. */
  public static final Attribute<BigDecimal> PURCHASE_COST = ACCESSORY.decimal("purchase_cost");

  /** How many were bought in all. */
  public static final Attribute<Integer> QUANTITY = ACCESSORY.integer("quantity");

  /** The stock below which the source warns. */
  public static final Attribute<Integer> MIN_QUANTITY = ACCESSORY.integer("min_quantity");

  public static final Attribute<Integer> REMAINING_COUNT =
      ACCESSORY.integer("remaining_count", VOLATILE);
  public static final Attribute<Integer> CHECKOUTS_COUNT =
      ACCESSORY.integer("checkouts_count", VOLATILE);

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = ACCESSORY.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = ACCESSORY.text("notes_html");

  public static final Attribute<String> IMAGE_URL = ACCESSORY.text("image_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      ACCESSORY.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = ACCESSORY.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = ACCESSORY.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = ACCESSORY.build();

  private AccessoryAttributes() {}
}
