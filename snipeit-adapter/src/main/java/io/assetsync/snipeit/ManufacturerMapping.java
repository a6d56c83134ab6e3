package io.assetsync.snipeit;

import static io.assetsync.core.model.ManufacturerAttributes.ACCESSORIES_COUNT;
import static io.assetsync.core.model.ManufacturerAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.ManufacturerAttributes.COMPONENTS_COUNT;
import static io.assetsync.core.model.ManufacturerAttributes.CONSUMABLES_COUNT;
import static io.assetsync.core.model.ManufacturerAttributes.CREATED_AT;
import static io.assetsync.core.model.ManufacturerAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.ManufacturerAttributes.DELETED_AT;
import static io.assetsync.core.model.ManufacturerAttributes.IMAGE_URL;
import static io.assetsync.core.model.ManufacturerAttributes.LICENSES_COUNT;
import static io.assetsync.core.model.ManufacturerAttributes.NAME;
import static io.assetsync.core.model.ManufacturerAttributes.NOTES;
import static io.assetsync.core.model.ManufacturerAttributes.NOTES_HTML;
import static io.assetsync.core.model.ManufacturerAttributes.SUPPORT_EMAIL;
import static io.assetsync.core.model.ManufacturerAttributes.SUPPORT_PHONE;
import static io.assetsync.core.model.ManufacturerAttributes.SUPPORT_URL;
import static io.assetsync.core.model.ManufacturerAttributes.UPDATED_AT;
import static io.assetsync.core.model.ManufacturerAttributes.URL;
import static io.assetsync.core.model.ManufacturerAttributes.WARRANTY_LOOKUP_URL;
import static io.assetsync.snipeit.FieldDecoders.deletedAt;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.ManufacturerAttributes;

/** The rows of {@code /manufacturers}. */
final class ManufacturerMapping {

  static final RowMapping MAPPING =
      RowMapping.of(ManufacturerAttributes.TYPE)
          .field("name", text(NAME))
          .field("url", text(URL))
          .field("support_url", text(SUPPORT_URL))
          .field("support_phone", text(SUPPORT_PHONE))
          .field("support_email", text(SUPPORT_EMAIL))
          .field("warranty_lookup_url", text(WARRANTY_LOOKUP_URL))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("licenses_count", integer(LICENSES_COUNT))
          .field("consumables_count", integer(CONSUMABLES_COUNT))
          .field("accessories_count", integer(ACCESSORIES_COUNT))
          .field("components_count", integer(COMPONENTS_COUNT))
          .field("image", rawText(IMAGE_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .field("deleted_at", deletedAt(DELETED_AT))
          .build();

  private ManufacturerMapping() {}
}
