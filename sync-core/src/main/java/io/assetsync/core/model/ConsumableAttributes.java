package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A kind of thing given out in pieces for good, such as paper. */
public final class ConsumableAttributes {

  private static final EntityType.Definition CONSUMABLE = EntityType.define("consumable");

  public static final Attribute<String> NAME = CONSUMABLE.text("name");
  public static final Attribute<Long> COMPANY_ID = CONSUMABLE.reference("company_id", "company");
  public static final Attribute<Long> MANUFACTURER_ID =
      CONSUMABLE.reference("manufacturer_id", "manufacturer");
  public static final Attribute<Long> SUPPLIER_ID = CONSUMABLE.reference("supplier_id", "supplier");
  public static final Attribute<Long> CATEGORY_ID = CONSUMABLE.reference("category_id", "category");

  /** Where they are kept. */
  public static final Attribute<Long> LOCATION_ID = CONSUMABLE.reference("location_id", "location");

  public static final Attribute<String> MODEL_NUMBER = CONSUMABLE.text("model_number");
  public static final Attribute<String> ITEM_NUMBER = CONSUMABLE.text("item_number");
  public static final Attribute<String> ORDER_NUMBER = CONSUMABLE.text("order_number");
  public static final Attribute<LocalDate> PURCHASE_DATE = CONSUMABLE.date("purchase_date");

  /** Without currency: the source does not tell one for a row. */
  public static final Attribute<BigDecimal> PURCHASE_COST = CONSUMABLE.decimal("purchase_cost");

  /** How many were bought in all. */
  public static final Attribute<Integer> QUANTITY = CONSUMABLE.integer("quantity");

  /** The stock below which the source warns. */
  public static final Attribute<Integer> MIN_QUANTITY = CONSUMABLE.integer("min_quantity");

  public static final Attribute<Integer> REMAINING_COUNT =
      CONSUMABLE.integer("remaining_count", VOLATILE);

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = CONSUMABLE.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = CONSUMABLE.text("notes_html");

  public static final Attribute<String> IMAGE_URL = CONSUMABLE.text("image_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      CONSUMABLE.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = CONSUMABLE.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = CONSUMABLE.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = CONSUMABLE.build();

  private ConsumableAttributes() {}
}
