package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** A department of a company. */
public final class DepartmentAttributes {

  private static final EntityType.Definition DEPARTMENT = EntityType.define("department");

  public static final Attribute<String> NAME = DEPARTMENT.text("name");
  public static final Attribute<Long> COMPANY_ID = DEPARTMENT.reference("company_id", "company");
  public static final Attribute<Long> MANAGER_ID =
      DEPARTMENT.reference("manager_id", "user_account");
  public static final Attribute<Long> LOCATION_ID = DEPARTMENT.reference("location_id", "location");
  public static final Attribute<String> PHONE = DEPARTMENT.text("phone");
  public static final Attribute<String> FAX = DEPARTMENT.text("fax");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = DEPARTMENT.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = DEPARTMENT.text("notes_html");

  public static final Attribute<Integer> USERS_COUNT = DEPARTMENT.integer("users_count", VOLATILE);
  public static final Attribute<String> IMAGE_URL = DEPARTMENT.text("image_url", VOLATILE);
  public static final Attribute<Instant> CREATED_AT = DEPARTMENT.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = DEPARTMENT.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = DEPARTMENT.build();

  private DepartmentAttributes() {}
}
