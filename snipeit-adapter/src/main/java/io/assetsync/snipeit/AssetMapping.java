package io.assetsync.snipeit;

import static io.assetsync.core.model.AssetAttributes.ASSET_TAG;
import static io.assetsync.core.model.AssetAttributes.ASSIGNED_ASSET_ID;
import static io.assetsync.core.model.AssetAttributes.ASSIGNED_LOCATION_ID;
import static io.assetsync.core.model.AssetAttributes.ASSIGNED_USER_ID;
import static io.assetsync.core.model.AssetAttributes.BYOD;
import static io.assetsync.core.model.AssetAttributes.CHECKIN_COUNT;
import static io.assetsync.core.model.AssetAttributes.CHECKOUT_COUNT;
import static io.assetsync.core.model.AssetAttributes.COMPANY_ID;
import static io.assetsync.core.model.AssetAttributes.CREATED_AT;
import static io.assetsync.core.model.AssetAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.AssetAttributes.CUSTOM_FIELDS;
import static io.assetsync.core.model.AssetAttributes.DEFAULT_LOCATION_ID;
import static io.assetsync.core.model.AssetAttributes.DELETED_AT;
import static io.assetsync.core.model.AssetAttributes.EOL_DATE;
import static io.assetsync.core.model.AssetAttributes.EOL_MONTHS;
import static io.assetsync.core.model.AssetAttributes.EXPECTED_CHECKIN_DATE;
import static io.assetsync.core.model.AssetAttributes.IMAGE_URL;
import static io.assetsync.core.model.AssetAttributes.LAST_AUDIT_AT;
import static io.assetsync.core.model.AssetAttributes.LAST_CHECKIN_AT;
import static io.assetsync.core.model.AssetAttributes.LAST_CHECKOUT_AT;
import static io.assetsync.core.model.AssetAttributes.LISTED;
import static io.assetsync.core.model.AssetAttributes.LOCATION_ID;
import static io.assetsync.core.model.AssetAttributes.MODEL_ID;
import static io.assetsync.core.model.AssetAttributes.NAME;
import static io.assetsync.core.model.AssetAttributes.NEXT_AUDIT_DATE;
import static io.assetsync.core.model.AssetAttributes.NOTES;
import static io.assetsync.core.model.AssetAttributes.NOTES_HTML;
import static io.assetsync.core.model.AssetAttributes.ORDER_NUMBER;
import static io.assetsync.core.model.AssetAttributes.PURCHASE_COST;
import static io.assetsync.core.model.AssetAttributes.PURCHASE_DATE;
import static io.assetsync.core.model.AssetAttributes.REQUESTABLE;
import static io.assetsync.core.model.AssetAttributes.REQUEST_COUNT;
import static io.assetsync.core.model.AssetAttributes.SERIAL;
import static io.assetsync.core.model.AssetAttributes.STATUS_LABEL_ID;
import static io.assetsync.core.model.AssetAttributes.STATUS_META;
import static io.assetsync.core.model.AssetAttributes.SUPPLIER_ID;
import static io.assetsync.core.model.AssetAttributes.UPDATED_AT;
import static io.assetsync.core.model.AssetAttributes.WARRANTY_END_DATE;
import static io.assetsync.core.model.AssetAttributes.WARRANTY_MONTHS;
import static io.assetsync.snipeit.CustomFieldDecoders.customFields;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.date;
import static io.assetsync.snipeit.FieldDecoders.dateText;
import static io.assetsync.snipeit.FieldDecoders.deletedAt;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.money;
import static io.assetsync.snipeit.FieldDecoders.months;
import static io.assetsync.snipeit.FieldDecoders.notes;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.scalar;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Json;
import java.io.IOException;
import java.util.List;

/** The rows of {@code /hardware}. What belongs to the model is taken from there. */
final class AssetMapping {

  static final RowMapping MAPPING = mapping(true);

  /** The same rows where no list shows them. */
  static final RowMapping UNLISTED = mapping(false);

  private AssetMapping() {}

  private static RowMapping mapping(boolean listed) {
    return RowMapping.of(AssetAttributes.TYPE)
        .field("asset_tag", text(ASSET_TAG))
        .field("name", text(NAME))
        .field("serial", text(SERIAL))
        .field("model", reference(MODEL_ID))
        .field("status_label", statusLabel())
        .field("status", statusLabel())
        .field("company", reference(COMPANY_ID))
        .field("location", reference(LOCATION_ID))
        .field("rtd_location", reference(DEFAULT_LOCATION_ID))
        .field("supplier", reference(SUPPLIER_ID))
        .field(
            "assigned_to",
            Assignee.decoder(ASSIGNED_USER_ID, ASSIGNED_LOCATION_ID, ASSIGNED_ASSET_ID))
        .field("byod", bool(BYOD))
        .field("requestable", bool(REQUESTABLE))
        .field("order_number", text(ORDER_NUMBER))
        .field("purchase_date", date(PURCHASE_DATE))
        .field("purchase_cost", money(PURCHASE_COST))
        .field("warranty_months", months(WARRANTY_MONTHS))
        .field("warranty_expires", date(WARRANTY_END_DATE))
        .field("eol", endOfLife())
        .field("asset_eol_date", date(EOL_DATE))
        .field("notes", notes(NOTES, NOTES_HTML))
        .field("last_audit_date", timestamp(LAST_AUDIT_AT))
        .field("next_audit_date", date(NEXT_AUDIT_DATE))
        .field("last_checkout", timestamp(LAST_CHECKOUT_AT))
        .field("last_checkin", timestamp(LAST_CHECKIN_AT))
        .field("expected_checkin", date(EXPECTED_CHECKIN_DATE))
        .field("checkin_counter", integer(CHECKIN_COUNT))
        .field("checkout_counter", integer(CHECKOUT_COUNT))
        .field("requests_counter", integer(REQUEST_COUNT))
        .field("custom_fields", customFields(CUSTOM_FIELDS), CUSTOM_FIELDS, Json.EMPTY_OBJECT)
        .constant(LISTED, listed)
        .field("image", rawText(IMAGE_URL))
        .field("created_by", reference(CREATED_BY_ID))
        .field("created_at", timestamp(CREATED_AT))
        .field("updated_at", timestamp(UPDATED_AT))
        .field("deleted_at", deletedAt(DELETED_AT))
        .build();
  }

  /** Reads months, or the date that was sent instead before version 6.3. */
  private static FieldDecoder endOfLife() {
    return new FieldDecoder(
        List.of(EOL_MONTHS),
        (parser, row) -> {
          if (parser.currentToken() != JsonToken.START_OBJECT) {
            row.set(EOL_MONTHS, Scalars.months(scalar(parser)));
          } else if (!row.has(EOL_DATE)) {
            row.set(EOL_DATE, Scalars.date(dateText(parser, row)));
          } else {
            parser.skipChildren();
          }
        });
  }

  /** Reads the label of an asset; its type decides whether the asset is archived. */
  private static FieldDecoder statusLabel() {
    return new FieldDecoder(
        List.of(STATUS_LABEL_ID, STATUS_META),
        (parser, row) -> {
          if (!row.has(STATUS_LABEL_ID)) {
            row.doubtLifeCycle();
          }
          readStatusLabel(parser, row);
        });
  }

  private static void readStatusLabel(JsonParser parser, Row row)
      throws IOException, UnreadableValueException {
    requireObject(parser.currentToken(), "a status label");
    String id = "";
    String meta = "";
    String type = "";
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (key) {
        case "id" -> id = scalar(parser);
        case "status_meta" -> meta = scalar(parser);
        case "status_type" -> type = scalar(parser);
        default -> parser.skipChildren();
      }
    }
    row.set(STATUS_LABEL_ID, Scalars.id(id));
    row.set(STATUS_META, Text.raw(meta));
    row.markArchived(type.equals("archived"));
  }

  private static void requireObject(JsonToken token, String what) throws UnreadableValueException {
    if (token != JsonToken.START_OBJECT) {
      throw new UnreadableValueException("it is not the object of " + what);
    }
  }
}
