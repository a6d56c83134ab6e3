package io.assetsync.snipeit;

import static io.assetsync.core.model.PermissionGroupAttributes.CREATED_AT;
import static io.assetsync.core.model.PermissionGroupAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.PermissionGroupAttributes.NAME;
import static io.assetsync.core.model.PermissionGroupAttributes.NOTES;
import static io.assetsync.core.model.PermissionGroupAttributes.NOTES_HTML;
import static io.assetsync.core.model.PermissionGroupAttributes.PERMISSIONS;
import static io.assetsync.core.model.PermissionGroupAttributes.UPDATED_AT;
import static io.assetsync.core.model.PermissionGroupAttributes.USERS_COUNT;
import static io.assetsync.snipeit.FieldDecoders.id;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.scalar;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;
import static io.assetsync.snipeit.JsonFieldDecoders.permissions;

import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.PermissionGroupAttributes;

/** The rows of {@code /groups}. */
final class PermissionGroupMapping {

  static final RowMapping MAPPING =
      RowMapping.of(PermissionGroupAttributes.TYPE)
          .field("name", text(NAME))
          .field("permissions", permissions(PERMISSIONS), PERMISSIONS, Json.EMPTY_OBJECT)
          .field("users_count", integer(USERS_COUNT))
          .field("notes", notes(NOTES, NOTES_HTML))
          .field("created_by", creator())
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private PermissionGroupMapping() {}

  /** Reads the creator, of whom versions before 7.0.13 tell only the name. */
  private static FieldDecoder creator() {
    return FieldDecoder.of(
        CREATED_BY_ID,
        (parser, row) -> {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            row.set(CREATED_BY_ID, id(parser));
          } else {
            scalar(parser);
          }
        });
  }
}
