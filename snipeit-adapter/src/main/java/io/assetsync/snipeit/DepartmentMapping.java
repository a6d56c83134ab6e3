package io.assetsync.snipeit;

import static io.assetsync.core.model.DepartmentAttributes.COMPANY_ID;
import static io.assetsync.core.model.DepartmentAttributes.CREATED_AT;
import static io.assetsync.core.model.DepartmentAttributes.FAX;
import static io.assetsync.core.model.DepartmentAttributes.IMAGE_URL;
import static io.assetsync.core.model.DepartmentAttributes.LOCATION_ID;
import static io.assetsync.core.model.DepartmentAttributes.MANAGER_ID;
import static io.assetsync.core.model.DepartmentAttributes.NAME;
import static io.assetsync.core.model.DepartmentAttributes.NOTES;
import static io.assetsync.core.model.DepartmentAttributes.NOTES_HTML;
import static io.assetsync.core.model.DepartmentAttributes.PHONE;
import static io.assetsync.core.model.DepartmentAttributes.UPDATED_AT;
import static io.assetsync.core.model.DepartmentAttributes.USERS_COUNT;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.DepartmentAttributes;

/** The rows of {@code /departments}. */
final class DepartmentMapping {

  static final RowMapping MAPPING =
      RowMapping.of(DepartmentAttributes.TYPE)
          .field("name", text(NAME))
          .field("company", reference(COMPANY_ID))
          .field("manager", reference(MANAGER_ID))
          .field("location", reference(LOCATION_ID))
          .field("phone", text(PHONE))
          .field("fax", text(FAX))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("users_count", integer(USERS_COUNT))
          .field("image", rawText(IMAGE_URL))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private DepartmentMapping() {}
}
