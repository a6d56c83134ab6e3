package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Work on an asset, such as a repair or an upgrade. */
public final class MaintenanceAttributes {

  private static final EntityType.Definition MAINTENANCE = EntityType.define("maintenance");

  public static final Attribute<Long> ASSET_ID = MAINTENANCE.reference("asset_id", "asset");

  /** Who does the work. */
  public static final Attribute<Long> SUPPLIER_ID =
      MAINTENANCE.reference("supplier_id", "supplier");

  public static final Attribute<String> TITLE = MAINTENANCE.text("title");

  /** As the installation names its types, such as Repair. */
  public static final Attribute<String> MAINTENANCE_TYPE = MAINTENANCE.text("maintenance_type");

  /** Whether the warranty pays. */
  public static final Attribute<Boolean> IS_WARRANTY = MAINTENANCE.bool("is_warranty");

  /** Without currency: the source does not tell one for a row. */
  public static final Attribute<BigDecimal> COST = MAINTENANCE.decimal("cost");

  public static final Attribute<LocalDate> START_DATE = MAINTENANCE.date("start_date");
  public static final Attribute<LocalDate> COMPLETION_DATE = MAINTENANCE.date("completion_date");
  public static final Attribute<Integer> DURATION_DAYS = MAINTENANCE.integer("duration_days");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = MAINTENANCE.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = MAINTENANCE.text("notes_html");

  public static final Attribute<Long> CREATED_BY_ID =
      MAINTENANCE.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = MAINTENANCE.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = MAINTENANCE.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = MAINTENANCE.build();

  private MaintenanceAttributes() {}
}
