package io.assetsync.snipeit;

import static io.assetsync.core.model.SupplierAttributes.ACCESSORIES_COUNT;
import static io.assetsync.core.model.SupplierAttributes.ADDRESS;
import static io.assetsync.core.model.SupplierAttributes.ADDRESS2;
import static io.assetsync.core.model.SupplierAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.SupplierAttributes.CITY;
import static io.assetsync.core.model.SupplierAttributes.COMPONENTS_COUNT;
import static io.assetsync.core.model.SupplierAttributes.CONSUMABLES_COUNT;
import static io.assetsync.core.model.SupplierAttributes.CONTACT;
import static io.assetsync.core.model.SupplierAttributes.COUNTRY;
import static io.assetsync.core.model.SupplierAttributes.CREATED_AT;
import static io.assetsync.core.model.SupplierAttributes.EMAIL;
import static io.assetsync.core.model.SupplierAttributes.FAX;
import static io.assetsync.core.model.SupplierAttributes.IMAGE_URL;
import static io.assetsync.core.model.SupplierAttributes.LICENSES_COUNT;
import static io.assetsync.core.model.SupplierAttributes.NAME;
import static io.assetsync.core.model.SupplierAttributes.NOTES;
import static io.assetsync.core.model.SupplierAttributes.NOTES_HTML;
import static io.assetsync.core.model.SupplierAttributes.PHONE;
import static io.assetsync.core.model.SupplierAttributes.STATE;
import static io.assetsync.core.model.SupplierAttributes.UPDATED_AT;
import static io.assetsync.core.model.SupplierAttributes.URL;
import static io.assetsync.core.model.SupplierAttributes.ZIP;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.SupplierAttributes;

/** The rows of {@code /suppliers}. */
final class SupplierMapping {

  static final RowMapping MAPPING =
      RowMapping.of(SupplierAttributes.TYPE)
          .field("name", text(NAME))
          .field("contact", text(CONTACT))
          .field("url", text(URL))
          .field("email", text(EMAIL))
          .field("phone", text(PHONE))
          .field("fax", text(FAX))
          .field("address", text(ADDRESS))
          .field("address2", text(ADDRESS2))
          .field("city", text(CITY))
          .field("state", text(STATE))
          .field("country", text(COUNTRY))
          .field("zip", text(ZIP))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("licenses_count", integer(LICENSES_COUNT))
          .field("accessories_count", integer(ACCESSORIES_COUNT))
          .field("consumables_count", integer(CONSUMABLES_COUNT))
          .field("components_count", integer(COMPONENTS_COUNT))
          .field("image", rawText(IMAGE_URL))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private SupplierMapping() {}
}
