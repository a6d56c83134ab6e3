package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A license for software: an agreement with a number of seats. */
public final class LicenseAttributes {

  private static final EntityType.Definition LICENSE = EntityType.define("license");

  public static final Attribute<String> NAME = LICENSE.text("name");
  public static final Attribute<Long> COMPANY_ID = LICENSE.reference("company_id", "company");
  public static final Attribute<Long> MANUFACTURER_ID =
      LICENSE.reference("manufacturer_id", "manufacturer");
  public static final Attribute<Long> SUPPLIER_ID = LICENSE.reference("supplier_id", "supplier");
  public static final Attribute<Long> CATEGORY_ID = LICENSE.reference("category_id", "category");
  public static final Attribute<Long> DEPRECIATION_ID =
      LICENSE.reference("depreciation_id", "depreciation");

  /** Null or a mask of dashes where the source may not show it. */
  public static final Attribute<String> PRODUCT_KEY = LICENSE.text("product_key");

  /** Whom it is licensed to. */
  public static final Attribute<String> LICENSE_NAME = LICENSE.text("license_name");

  /** The e-mail address it is licensed to. */
  public static final Attribute<String> LICENSE_EMAIL = LICENSE.text("license_email");

  public static final Attribute<String> ORDER_NUMBER = LICENSE.text("order_number");
  public static final Attribute<String> PURCHASE_ORDER = LICENSE.text("purchase_order");
  public static final Attribute<LocalDate> PURCHASE_DATE = LICENSE.date("purchase_date");

  /** Without currency: the source does not tell one for a row. */
  public static final Attribute<BigDecimal> PURCHASE_COST = LICENSE.decimal("purchase_cost");

  public static final Attribute<LocalDate> EXPIRATION_DATE = LICENSE.date("expiration_date");
  public static final Attribute<LocalDate> TERMINATION_DATE = LICENSE.date("termination_date");

  /** How many seats it has, free or not. */
  public static final Attribute<Integer> SEATS_COUNT = LICENSE.integer("seats_count");

  public static final Attribute<Integer> FREE_SEATS_COUNT =
      LICENSE.integer("free_seats_count", VOLATILE);

  /** The stock below which the source warns. */
  public static final Attribute<Integer> MIN_QUANTITY = LICENSE.integer("min_quantity");

  /** Whether a seat that was given back can be given to somebody else. */
  public static final Attribute<Boolean> REASSIGNABLE = LICENSE.bool("reassignable");

  /** Whether updates are included. */
  public static final Attribute<Boolean> MAINTAINED = LICENSE.bool("maintained");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = LICENSE.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = LICENSE.text("notes_html");

  public static final Attribute<Long> CREATED_BY_ID =
      LICENSE.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = LICENSE.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = LICENSE.timestamp("updated_at", VOLATILE);
  public static final Attribute<Instant> DELETED_AT = LICENSE.timestamp("deleted_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = LICENSE.build();

  private LicenseAttributes() {}
}
