package io.assetsync.snipeit;

import static io.assetsync.core.model.LocationAttributes.ACCESSORIES_COUNT;
import static io.assetsync.core.model.LocationAttributes.ADDRESS;
import static io.assetsync.core.model.LocationAttributes.ADDRESS2;
import static io.assetsync.core.model.LocationAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.LocationAttributes.ASSIGNED_ACCESSORIES_COUNT;
import static io.assetsync.core.model.LocationAttributes.ASSIGNED_ASSETS_COUNT;
import static io.assetsync.core.model.LocationAttributes.CITY;
import static io.assetsync.core.model.LocationAttributes.COMPANY_ID;
import static io.assetsync.core.model.LocationAttributes.COUNTRY;
import static io.assetsync.core.model.LocationAttributes.CREATED_AT;
import static io.assetsync.core.model.LocationAttributes.CURRENCY;
import static io.assetsync.core.model.LocationAttributes.DEFAULT_ASSETS_COUNT;
import static io.assetsync.core.model.LocationAttributes.FAX;
import static io.assetsync.core.model.LocationAttributes.IMAGE_URL;
import static io.assetsync.core.model.LocationAttributes.LDAP_OU;
import static io.assetsync.core.model.LocationAttributes.MANAGER_ID;
import static io.assetsync.core.model.LocationAttributes.NAME;
import static io.assetsync.core.model.LocationAttributes.NOTES;
import static io.assetsync.core.model.LocationAttributes.NOTES_HTML;
import static io.assetsync.core.model.LocationAttributes.PARENT_ID;
import static io.assetsync.core.model.LocationAttributes.PHONE;
import static io.assetsync.core.model.LocationAttributes.STATE;
import static io.assetsync.core.model.LocationAttributes.UPDATED_AT;
import static io.assetsync.core.model.LocationAttributes.USERS_COUNT;
import static io.assetsync.core.model.LocationAttributes.ZIP;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.LocationAttributes;

/**
 * The rows of {@code /locations}. The manager is a whole user row, of which only the id is taken.
 */
final class LocationMapping {

  static final RowMapping MAPPING =
      RowMapping.of(LocationAttributes.TYPE)
          .field("name", text(NAME))
          .field("parent", reference(PARENT_ID))
          .field("manager", reference(MANAGER_ID))
          .field("company", reference(COMPANY_ID))
          .field("address", text(ADDRESS))
          .field("address2", text(ADDRESS2))
          .field("city", text(CITY))
          .field("state", text(STATE))
          .field("country", text(COUNTRY))
          .field("zip", text(ZIP))
          .field("phone", text(PHONE))
          .field("fax", text(FAX))
          .field("currency", text(CURRENCY))
          .field("ldap_ou", text(LDAP_OU))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("assigned_assets_count", integer(ASSIGNED_ASSETS_COUNT))
          .field("rtd_assets_count", integer(DEFAULT_ASSETS_COUNT))
          .field("accessories_count", integer(ACCESSORIES_COUNT))
          .field("assigned_accessories_count", integer(ASSIGNED_ACCESSORIES_COUNT))
          .field("users_count", integer(USERS_COUNT))
          .field("image", rawText(IMAGE_URL))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private LocationMapping() {}
}
