package io.assetsync.snipeit;

import static io.assetsync.core.model.CompanyAttributes.ACCESSORIES_COUNT;
import static io.assetsync.core.model.CompanyAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.CompanyAttributes.COMPONENTS_COUNT;
import static io.assetsync.core.model.CompanyAttributes.CONSUMABLES_COUNT;
import static io.assetsync.core.model.CompanyAttributes.CREATED_AT;
import static io.assetsync.core.model.CompanyAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.CompanyAttributes.EMAIL;
import static io.assetsync.core.model.CompanyAttributes.FAX;
import static io.assetsync.core.model.CompanyAttributes.IMAGE_URL;
import static io.assetsync.core.model.CompanyAttributes.LICENSES_COUNT;
import static io.assetsync.core.model.CompanyAttributes.NAME;
import static io.assetsync.core.model.CompanyAttributes.NOTES;
import static io.assetsync.core.model.CompanyAttributes.NOTES_HTML;
import static io.assetsync.core.model.CompanyAttributes.PHONE;
import static io.assetsync.core.model.CompanyAttributes.UPDATED_AT;
import static io.assetsync.core.model.CompanyAttributes.USERS_COUNT;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.CompanyAttributes;

/** The rows of {@code /companies}. */
final class CompanyMapping {

  static final RowMapping MAPPING =
      RowMapping.of(CompanyAttributes.TYPE)
          .field("name", text(NAME))
          .field("phone", text(PHONE))
          .field("fax", text(FAX))
          .field("email", text(EMAIL))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("licenses_count", integer(LICENSES_COUNT))
          .field("accessories_count", integer(ACCESSORIES_COUNT))
          .field("consumables_count", integer(CONSUMABLES_COUNT))
          .field("components_count", integer(COMPONENTS_COUNT))
          .field("users_count", integer(USERS_COUNT))
          .field("image", rawText(IMAGE_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private CompanyMapping() {}
}
