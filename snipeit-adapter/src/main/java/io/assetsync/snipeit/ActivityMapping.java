package io.assetsync.snipeit;

import static io.assetsync.core.model.ActivityAttributes.ACTION_AT;
import static io.assetsync.core.model.ActivityAttributes.ACTION_TYPE;
import static io.assetsync.core.model.ActivityAttributes.CHANGES;
import static io.assetsync.core.model.ActivityAttributes.CREATED_AT;
import static io.assetsync.core.model.ActivityAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.ActivityAttributes.FILE_NAME;
import static io.assetsync.core.model.ActivityAttributes.ITEM_ID;
import static io.assetsync.core.model.ActivityAttributes.ITEM_TYPE;
import static io.assetsync.core.model.ActivityAttributes.LOCATION_ID;
import static io.assetsync.core.model.ActivityAttributes.NEXT_AUDIT_DATE;
import static io.assetsync.core.model.ActivityAttributes.NOTE;
import static io.assetsync.core.model.ActivityAttributes.NOTE_HTML;
import static io.assetsync.core.model.ActivityAttributes.REMOTE_IP;
import static io.assetsync.core.model.ActivityAttributes.SOURCE;
import static io.assetsync.core.model.ActivityAttributes.TARGET_ID;
import static io.assetsync.core.model.ActivityAttributes.TARGET_TYPE;
import static io.assetsync.core.model.ActivityAttributes.UPDATED_AT;
import static io.assetsync.core.model.ActivityAttributes.USER_AGENT;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.scalar;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Json;
import java.util.List;
import java.util.Set;

/** The rows of {@code /reports/activity}. */
final class ActivityMapping {

  static final String CHANGES_KEY = "log_meta";

  private ActivityMapping() {}

  /**
   * Returns the mapping that keeps no value of a custom field, neither in an attribute nor in the
   * raw row.
   *
   * @param fieldLabels the labels of all custom fields
   */
  static RowMapping of(Set<String> fieldLabels) {
    LogChanges changes = new LogChanges(fieldLabels);
    return RowMapping.of(ActivityAttributes.TYPE)
        .field("action_type", text(ACTION_TYPE))
        .field("action_date", timestamp(ACTION_AT))
        .field("item", thing(ITEM_TYPE, ITEM_ID))
        .field("target", thing(TARGET_TYPE, TARGET_ID))
        .field("location", reference(LOCATION_ID))
        .field("note", notes(NOTE, NOTE_HTML))
        .field(
            CHANGES_KEY,
            FieldDecoder.of(CHANGES, (parser, row) -> row.set(CHANGES, changes.read(parser, true))),
            CHANGES,
            Json.EMPTY_OBJECT)
        .field("next_audit_date", date(NEXT_AUDIT_DATE))
        .field("file", fileName())
        .field("action_source", rawText(SOURCE))
        .field("remote_ip", rawText(REMOTE_IP))
        .field("user_agent", rawText(USER_AGENT))
        .field("admin", reference(CREATED_BY_ID))
        .field("created_by", reference(CREATED_BY_ID))
        .field("created_at", timestamp(CREATED_AT))
        .field("updated_at", timestamp(UPDATED_AT))
        .raw(row -> RawActivity.redacted(row, changes))
        .build();
  }

  private static FieldDecoder thing(Attribute<String> type, Attribute<Long> id) {
    return new FieldDecoder(
        List.of(id, type),
        (parser, row) -> {
          if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException("it is not an object with type and id");
          }
          for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
              continue;
            }
            switch (key) {
              case "id" -> row.set(id, Scalars.whole(scalar(parser)));
              case "type" -> row.set(type, Text.raw(scalar(parser)));
              default -> parser.skipChildren();
            }
          }
        });
  }

  private static FieldDecoder fileName() {
    return FieldDecoder.of(
        FILE_NAME,
        (parser, row) -> {
          if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException("it is not an object with a file name");
          }
          for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            if (parser.nextToken() != JsonToken.VALUE_NULL && key.equals("filename")) {
              row.set(FILE_NAME, Text.raw(scalar(parser)));
            } else {
              parser.skipChildren();
            }
          }
        });
  }
}
