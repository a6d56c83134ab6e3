package io.assetsync.snipeit;

import static io.assetsync.core.model.CategoryAttributes.ACCESSORIES_COUNT;
import static io.assetsync.core.model.CategoryAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.CategoryAttributes.CATEGORY_TYPE;
import static io.assetsync.core.model.CategoryAttributes.CHECKIN_EMAIL;
import static io.assetsync.core.model.CategoryAttributes.COMPONENTS_COUNT;
import static io.assetsync.core.model.CategoryAttributes.CONSUMABLES_COUNT;
import static io.assetsync.core.model.CategoryAttributes.CREATED_AT;
import static io.assetsync.core.model.CategoryAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.CategoryAttributes.EULA_HTML;
import static io.assetsync.core.model.CategoryAttributes.HAS_EULA;
import static io.assetsync.core.model.CategoryAttributes.IMAGE_URL;
import static io.assetsync.core.model.CategoryAttributes.ITEM_COUNT;
import static io.assetsync.core.model.CategoryAttributes.LICENSES_COUNT;
import static io.assetsync.core.model.CategoryAttributes.NAME;
import static io.assetsync.core.model.CategoryAttributes.NOTES;
import static io.assetsync.core.model.CategoryAttributes.NOTES_HTML;
import static io.assetsync.core.model.CategoryAttributes.REQUIRE_ACCEPTANCE;
import static io.assetsync.core.model.CategoryAttributes.UPDATED_AT;
import static io.assetsync.core.model.CategoryAttributes.USE_DEFAULT_EULA;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.CategoryAttributes;

/** The rows of {@code /categories}. */
final class CategoryMapping {

  static final RowMapping MAPPING =
      RowMapping.of(CategoryAttributes.TYPE)
          .field("name", text(NAME))
          .field("category_type", text(CATEGORY_TYPE))
          .field("has_eula", bool(HAS_EULA))
          .field("use_default_eula", bool(USE_DEFAULT_EULA))
          .field("eula", rawText(EULA_HTML))
          .field("checkin_email", bool(CHECKIN_EMAIL))
          .field("require_acceptance", bool(REQUIRE_ACCEPTANCE))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("item_count", integer(ITEM_COUNT))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("accessories_count", integer(ACCESSORIES_COUNT))
          .field("consumables_count", integer(CONSUMABLES_COUNT))
          .field("components_count", integer(COMPONENTS_COUNT))
          .field("licenses_count", integer(LICENSES_COUNT))
          .field("image", rawText(IMAGE_URL))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private CategoryMapping() {}
}
