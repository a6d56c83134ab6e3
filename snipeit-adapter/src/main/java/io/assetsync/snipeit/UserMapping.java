package io.assetsync.snipeit;

import static io.assetsync.core.model.UserAttributes.ACCESSORIES_COUNT;
import static io.assetsync.core.model.UserAttributes.ACTIVATED;
import static io.assetsync.core.model.UserAttributes.ADDRESS;
import static io.assetsync.core.model.UserAttributes.ADDRESS2;
import static io.assetsync.core.model.UserAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.UserAttributes.AUTOASSIGN_LICENSES;
import static io.assetsync.core.model.UserAttributes.AVATAR_URL;
import static io.assetsync.core.model.UserAttributes.CITY;
import static io.assetsync.core.model.UserAttributes.COMPANY_ID;
import static io.assetsync.core.model.UserAttributes.CONSUMABLES_COUNT;
import static io.assetsync.core.model.UserAttributes.COUNTRY;
import static io.assetsync.core.model.UserAttributes.CREATED_AT;
import static io.assetsync.core.model.UserAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.UserAttributes.DELETED_AT;
import static io.assetsync.core.model.UserAttributes.DEPARTMENT_ID;
import static io.assetsync.core.model.UserAttributes.EMAIL;
import static io.assetsync.core.model.UserAttributes.EMPLOYEE_NUMBER;
import static io.assetsync.core.model.UserAttributes.END_DATE;
import static io.assetsync.core.model.UserAttributes.FIRST_NAME;
import static io.assetsync.core.model.UserAttributes.GROUP_IDS;
import static io.assetsync.core.model.UserAttributes.JOB_TITLE;
import static io.assetsync.core.model.UserAttributes.LAST_LOGIN_AT;
import static io.assetsync.core.model.UserAttributes.LAST_NAME;
import static io.assetsync.core.model.UserAttributes.LDAP_IMPORT;
import static io.assetsync.core.model.UserAttributes.LICENSES_COUNT;
import static io.assetsync.core.model.UserAttributes.LOCALE;
import static io.assetsync.core.model.UserAttributes.LOCATION_ID;
import static io.assetsync.core.model.UserAttributes.MANAGER_ID;
import static io.assetsync.core.model.UserAttributes.MANAGES_LOCATIONS_COUNT;
import static io.assetsync.core.model.UserAttributes.MANAGES_USERS_COUNT;
import static io.assetsync.core.model.UserAttributes.NOTES;
import static io.assetsync.core.model.UserAttributes.NOTES_HTML;
import static io.assetsync.core.model.UserAttributes.PERMISSIONS;
import static io.assetsync.core.model.UserAttributes.PHONE;
import static io.assetsync.core.model.UserAttributes.REMOTE;
import static io.assetsync.core.model.UserAttributes.START_DATE;
import static io.assetsync.core.model.UserAttributes.STATE;
import static io.assetsync.core.model.UserAttributes.TWO_FACTOR_ENROLLED;
import static io.assetsync.core.model.UserAttributes.TWO_FACTOR_OPTIN;
import static io.assetsync.core.model.UserAttributes.UPDATED_AT;
import static io.assetsync.core.model.UserAttributes.USERNAME;
import static io.assetsync.core.model.UserAttributes.VIP;
import static io.assetsync.core.model.UserAttributes.WEBSITE;
import static io.assetsync.core.model.UserAttributes.ZIP;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.deletedAt;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;
import static io.assetsync.snipeit.JsonFieldDecoders.ids;
import static io.assetsync.snipeit.JsonFieldDecoders.permissions;

import io.assetsync.core.model.Json;
import io.assetsync.core.model.UserAttributes;

/** The rows of {@code /users}. */
final class UserMapping {

  static final RowMapping MAPPING =
      RowMapping.of(UserAttributes.TYPE)
          .field("username", text(USERNAME))
          .field("first_name", text(FIRST_NAME))
          .field("last_name", text(LAST_NAME))
          .field("email", text(EMAIL))
          .field("employee_num", text(EMPLOYEE_NUMBER))
          .field("jobtitle", text(JOB_TITLE))
          .field("manager", reference(MANAGER_ID))
          .field("department", reference(DEPARTMENT_ID))
          .field("location", reference(LOCATION_ID))
          .field("company", reference(COMPANY_ID))
          .field("phone", text(PHONE))
          .field("website", text(WEBSITE))
          .field("address", text(ADDRESS))
          .field("address2", text(ADDRESS2))
          .field("city", text(CITY))
          .field("state", text(STATE))
          .field("country", text(COUNTRY))
          .field("zip", text(ZIP))
          .field("locale", text(LOCALE))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("activated", bool(ACTIVATED))
          .field("remote", bool(REMOTE))
          .field("vip", bool(VIP))
          .field("ldap_import", bool(LDAP_IMPORT))
          .field("autoassign_licenses", bool(AUTOASSIGN_LICENSES))
          .field("two_factor_enrolled", bool(TWO_FACTOR_ENROLLED))
          .field("two_factor_optin", bool(TWO_FACTOR_OPTIN))
          .field("start_date", date(START_DATE))
          .field("end_date", date(END_DATE))
          .field("last_login", timestamp(LAST_LOGIN_AT))
          .field("permissions", permissions(PERMISSIONS), PERMISSIONS, Json.EMPTY_OBJECT)
          .field("groups", ids(GROUP_IDS), GROUP_IDS, Json.EMPTY_ARRAY)
          .field("assets_count", integer(ASSETS_COUNT))
          .field("licenses_count", integer(LICENSES_COUNT))
          .field("accessories_count", integer(ACCESSORIES_COUNT))
          .field("consumables_count", integer(CONSUMABLES_COUNT))
          .field("manages_users_count", integer(MANAGES_USERS_COUNT))
          .field("manages_locations_count", integer(MANAGES_LOCATIONS_COUNT))
          .field("avatar", rawText(AVATAR_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .field("deleted_at", deletedAt(DELETED_AT))
          .build();

  private UserMapping() {}
}
