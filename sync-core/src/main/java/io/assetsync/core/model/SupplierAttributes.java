package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A company that sells. */
public final class SupplierAttributes {

  private static final EntityType.Definition SUPPLIER = EntityType.define("supplier");

  public static final Attribute<String> NAME = SUPPLIER.text("name");
  public static final Attribute<String> CONTACT = SUPPLIER.text("contact");
  public static final Attribute<String> URL = SUPPLIER.text("url");
  public static final Attribute<String> EMAIL = SUPPLIER.text("email");
  public static final Attribute<String> PHONE = SUPPLIER.text("phone");
  public static final Attribute<String> FAX = SUPPLIER.text("fax");
  public static final Attribute<String> ADDRESS = SUPPLIER.text("address");
  public static final Attribute<String> ADDRESS2 = SUPPLIER.text("address2");
  public static final Attribute<String> CITY = SUPPLIER.text("city");
  public static final Attribute<String> STATE = SUPPLIER.text("state");
  public static final Attribute<String> COUNTRY = SUPPLIER.text("country");

  /** Lists of Snipe-IT 8.1 always leave it empty. */
  public static final Attribute<String> ZIP = SUPPLIER.text("zip");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = SUPPLIER.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = SUPPLIER.text("notes_html");

  public static final Attribute<Integer> ASSETS_COUNT = SUPPLIER.integer("assets_count", VOLATILE);
  public static final Attribute<Integer> LICENSES_COUNT =
      SUPPLIER.integer("licenses_count", VOLATILE);
  public static final Attribute<Integer> ACCESSORIES_COUNT =
      SUPPLIER.integer("accessories_count", VOLATILE);
  public static final Attribute<Integer> CONSUMABLES_COUNT =
      SUPPLIER.integer("consumables_count", VOLATILE);
  public static final Attribute<Integer> COMPONENTS_COUNT =
      SUPPLIER.integer("components_count", VOLATILE);
  public static final Attribute<String> IMAGE_URL = SUPPLIER.text("image_url", VOLATILE);
  public static final Attribute<Instant> CREATED_AT = SUPPLIER.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = SUPPLIER.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = SUPPLIER.build();

  private SupplierAttributes() {}
}
