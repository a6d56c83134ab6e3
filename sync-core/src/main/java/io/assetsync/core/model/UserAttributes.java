package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.REQUIRED;
import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;
import java.time.LocalDate;

/** A person known to the source; a table of this name needs no quotes in SQL. */
public final class UserAttributes {

  private static final EntityType.Definition USER_ACCOUNT = EntityType.define("user_account");

  public static final Attribute<String> USERNAME = USER_ACCOUNT.text("username");
  public static final Attribute<String> FIRST_NAME = USER_ACCOUNT.text("first_name");
  public static final Attribute<String> LAST_NAME = USER_ACCOUNT.text("last_name");
  public static final Attribute<String> EMAIL = USER_ACCOUNT.text("email");
  public static final Attribute<String> EMPLOYEE_NUMBER = USER_ACCOUNT.text("employee_number");
  public static final Attribute<String> JOB_TITLE = USER_ACCOUNT.text("job_title");
  public static final Attribute<Long> MANAGER_ID =
      USER_ACCOUNT.reference("manager_id", "user_account");
  public static final Attribute<Long> DEPARTMENT_ID =
      USER_ACCOUNT.reference("department_id", "department");
  public static final Attribute<Long> LOCATION_ID =
      USER_ACCOUNT.reference("location_id", "location");
  public static final Attribute<Long> COMPANY_ID = USER_ACCOUNT.reference("company_id", "company");
  public static final Attribute<String> PHONE = USER_ACCOUNT.text("phone");
  public static final Attribute<String> WEBSITE = USER_ACCOUNT.text("website");
  public static final Attribute<String> ADDRESS = USER_ACCOUNT.text("address");
  public static final Attribute<String> ADDRESS2 = USER_ACCOUNT.text("address2");
  public static final Attribute<String> CITY = USER_ACCOUNT.text("city");
  public static final Attribute<String> STATE = USER_ACCOUNT.text("state");
  public static final Attribute<String> COUNTRY = USER_ACCOUNT.text("country");
  public static final Attribute<String> ZIP = USER_ACCOUNT.text("zip");
  public static final Attribute<String> LOCALE = USER_ACCOUNT.text("locale");

  /** The text of the notes without markup. */
  public static final Attribute<String> NOTES = USER_ACCOUNT.text("notes");

  /** The notes as HTML, as the source renders them. */
  public static final Attribute<String> NOTES_HTML = USER_ACCOUNT.text("notes_html");

  public static final Attribute<Boolean> ACTIVATED = USER_ACCOUNT.bool("activated");
  public static final Attribute<Boolean> REMOTE = USER_ACCOUNT.bool("remote");
  public static final Attribute<Boolean> VIP = USER_ACCOUNT.bool("vip");
  public static final Attribute<Boolean> LDAP_IMPORT = USER_ACCOUNT.bool("ldap_import");
  public static final Attribute<Boolean> AUTOASSIGN_LICENSES =
      USER_ACCOUNT.bool("autoassign_licenses");
  public static final Attribute<Boolean> TWO_FACTOR_ENROLLED =
      USER_ACCOUNT.bool("two_factor_enrolled");
  public static final Attribute<Boolean> TWO_FACTOR_OPTIN = USER_ACCOUNT.bool("two_factor_optin");
  public static final Attribute<LocalDate> START_DATE = USER_ACCOUNT.date("start_date");
  public static final Attribute<LocalDate> END_DATE = USER_ACCOUNT.date("end_date");

  /** Every web login moves it. */
  public static final Attribute<Instant> LAST_LOGIN_AT =
      USER_ACCOUNT.timestamp("last_login_at", VOLATILE);

  /** The person's own grants: JSON object, name to -1, 0 or 1, names in ascending order. */
  public static final Attribute<Json> PERMISSIONS = USER_ACCOUNT.json("permissions", REQUIRED);

  /** JSON array of permission group ids in ascending order. */
  public static final Attribute<Json> GROUP_IDS = USER_ACCOUNT.json("group_ids", REQUIRED);

  public static final Attribute<Integer> ASSETS_COUNT =
      USER_ACCOUNT.integer("assets_count", VOLATILE);
  public static final Attribute<Integer> LICENSES_COUNT =
      USER_ACCOUNT.integer("licenses_count", VOLATILE);
  public static final Attribute<Integer> ACCESSORIES_COUNT =
      USER_ACCOUNT.integer("accessories_count", VOLATILE);
  public static final Attribute<Integer> CONSUMABLES_COUNT =
      USER_ACCOUNT.integer("consumables_count", VOLATILE);
  public static final Attribute<Integer> MANAGES_USERS_COUNT =
      USER_ACCOUNT.integer("manages_users_count", VOLATILE);
  public static final Attribute<Integer> MANAGES_LOCATIONS_COUNT =
      USER_ACCOUNT.integer("manages_locations_count", VOLATILE);
  public static final Attribute<String> AVATAR_URL = USER_ACCOUNT.text("avatar_url", VOLATILE);
  public static final Attribute<Long> CREATED_BY_ID =
      USER_ACCOUNT.reference("created_by_id", "user_account");
  public static final Attribute<Instant> CREATED_AT = USER_ACCOUNT.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT =
      USER_ACCOUNT.timestamp("updated_at", VOLATILE);
  public static final Attribute<Instant> DELETED_AT = USER_ACCOUNT.timestamp("deleted_at");

  /** The type with all attributes above. */
  public static final EntityType TYPE = USER_ACCOUNT.build();

  private UserAttributes() {}
}
