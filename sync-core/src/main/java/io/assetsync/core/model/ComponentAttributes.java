package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A kind of part that is built into assets, such as memory. */
public final class ComponentAttributes {

  private static final EntityType.Definition COMPONENT = EntityType.define("component");

  public static final Attribute<String> NAME = COMPONENT.text("name");
  public static final Attribute<String> SERIAL = COMPONENT.text("serial");
  public static final Attribute<Long> COMPANY_ID = COMPONENT.reference("company_id", "company");
  public static final Attribute<Long> MANUFACTURER_ID =
      COMPONENT.reference("manufacturer_id", "manufacturer");
  public static final Attribute<Long> SUPPLIER_ID = COMPONENT.reference("supplier_id", "supplier");
  public static final Attribute<Long> CATEGORY_ID = COMPONENT.reference("category_id", "category");

  /** Where they are kept. */
  public static final Attribute<Long> LOCATION_ID = COMPONENT.reference("location_id", "location");

  public static final Attribute<String> MODEL_NUMBER = COMPONENT.text("model_number");
  public static final Attribute<String> ORDER_NUMBER = COMPONENT.text("order_number");
  public static final Attribute<LocalDate> PURCHASE_DATE = COMPONENT.date("purchase_date");

  /** Without currency: the source does not tell one for a row. */
  public static final Attribute<BigDecimal> PURCHASE_COST = COMPONENT.decimal("purchase_cost");

  /** How many were bought in all. */
  public static final Attribute<Integer> QUANTITY = COMPONENT.integer("quantity");

  /** The stock below which the source warns. */
  public static final Attribute<Integer> MIN_QUANTITY = COMPONENT.integer("min_quantity");

  public static final Attribute<Integer> REMAINING_COUNT =
      COMPONENT.integer("remaining_count", VOLATILE);

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = COMPONENT.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = COMPONENT.text("notes_html");

  public static final Attribute<String> IMAGE_URL = COMPONENT.text("image_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      COMPONENT.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = COMPONENT.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = COMPONENT.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = COMPONENT.build();

  private ComponentAttributes() {}
}
