package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Json;
import io.assetsync.snipeit.Remark.Matter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decoders of values of custom fields into an object by field id. Labels change, and labels
 * that are 0, 1, ... make the object a list; the digits at the end of the column's name stay.
 */
final class CustomFieldDecoders {

  private static final String INVALID = "value.)";

  private CustomFieldDecoders() {}

  /**
   * Decodes the values of an asset. Those that are masked or cannot be read are left out and
   * unknown; days come as the site shows them and become ISO days where that is certain.
   */
  static FieldDecoder customFields(Attribute<Json> attribute) {
    return fieldValues(attribute, "field", "value", CustomFieldDecoders::interpret);
  }

  /** Decodes the default values of a model, which come in any order and as they are stored. */
  static FieldDecoder defaultFieldValues(Attribute<Json> attribute) {
    return fieldValues(
        attribute,
        "db_column_name",
        "default_value",
        (member, row) -> row.fieldValues().put(member.id(), member.text()));
  }

  /**
   * The value of one field.
   *
   * @param id the id of the field
   * @param label its label, empty where the fields come as a list
   * @param text null for none
   * @param isDay whether the field holds a day
   */
  private record Member(long id, String label, @Nullable String text, boolean isDay) {

    Remark remark(Matter matter) {
      return Remark.ofCustomField(matter, id, label);
    }
  }

  @FunctionalInterface
  private interface Use {
    void of(Member member, Row row) throws UnreadableValueException;
  }

  private static FieldDecoder fieldValues(
      Attribute<Json> attribute, String columnKey, String valueKey, Use use) {
    return FieldDecoder.of(
        attribute,
        (parser, row) -> {
          row.fieldValues().clear();
          boolean byLabel = parser.currentToken() == JsonToken.START_OBJECT;
          if (!byLabel && parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableValueException("it is neither an object nor a list of fields");
          }
          while (!parser.nextToken().isStructEnd()) {
            requireObject(byLabel ? parser.nextToken() : parser.currentToken());
            readMember(parser, row, attribute, columnKey, valueKey, use);
          }
          row.setFieldValues(attribute);
        });
  }

  private static void readMember(
      JsonParser parser,
      Row row,
      Attribute<Json> attribute,
      String columnKey,
      String valueKey,
      Use use)
      throws IOException, UnreadableValueException {
    long id = -1;
    @Nullable String text = null;
    boolean isText = true;
    boolean isDay = false;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (key.equals(columnKey) && token == JsonToken.VALUE_STRING) {
        id = trailingNumber(parser);
      } else if (key.equals(valueKey)) {
        isText = token.isScalarValue();
        text = isText && token != JsonToken.VALUE_NULL ? Text.unescaped(parser.getText()) : null;
        parser.skipChildren();
      } else if (key.equals("field_format") && token == JsonToken.VALUE_STRING) {
        isDay = parser.getTextLength() == 4 && parser.getText().equals("DATE");
      } else {
        parser.skipChildren();
      }
    }
    if (id < 0) {
      throw new UnreadableValueException("a custom field has no id at the end of its column name");
    }
    try {
      requireText(isText);
      use.of(new Member(id, label(parser), text, isDay), row);
    } catch (UnreadableValueException e) {
      row.fieldValues().omit(id);
      row.reject(List.of(attribute), "the value of custom field " + id + ": " + e.reason());
    }
  }

  private static void interpret(Member member, Row row) throws UnreadableValueException {
    String text = member.text();
    if (text == null) {
      row.fieldValues().put(member.id(), null);
    } else if (Masks.isUndecryptable(text)) {
      row.fieldValues().omit(member.id());
      row.remark(member.remark(Matter.UNDECRYPTABLE));
    } else if (!row.interpretation().seesEncryptedFields() && Masks.isEncrypted(text)) {
      row.fieldValues().omit(member.id());
      row.remark(member.remark(Matter.ENCRYPTED));
    } else {
      row.fieldValues().put(member.id(), member.isDay() ? day(member, text, row) : text);
    }
  }

  /** Returns the ISO form of a day, the text as it is where it may be several, or null for none. */
  private static @Nullable String day(Member member, String text, Row row)
      throws UnreadableValueException {
    if (Scalars.isIsoDay(text)) {
      return Scalars.date(text) == null ? null : text;
    }
    if (text.endsWith(INVALID)) {
      throw new UnreadableValueException("Snipe-IT calls it an invalid date");
    }
    Set<LocalDate> days = row.dates().days(text);
    if (days.size() == 1) {
      LocalDate day = days.iterator().next();
      return day.getYear() < 1 ? null : day.toString();
    }
    if (days.isEmpty() && !row.dates().isUnknown()) {
      throw new UnreadableValueException(
          "it is not a date in the form in which the site shows them");
    }
    row.remark(member.remark(days.isEmpty() ? Matter.FORMAT_UNKNOWN : Matter.DAY_DOUBTFUL));
    return text;
  }

  /** Returns the key of the object that was just read. */
  private static String label(JsonParser parser) throws IOException {
    String key = parser.currentName();
    String label = key == null ? null : Text.raw(key);
    return label == null || parser.getParsingContext().inArray() ? "" : label;
  }

  /** Reads the digits at the end of a text such as _snipeit_colour_12; -1 if there are none. */
  private static long trailingNumber(JsonParser parser) throws IOException {
    char[] characters = parser.getTextCharacters();
    int start = parser.getTextOffset();
    long number = 0;
    long place = 1;
    int at = start + parser.getTextLength() - 1;
    while (at >= start && place < Long.MAX_VALUE / 100 && isDigit(characters[at])) {
      number += place * (characters[at] - '0');
      place *= 10;
      at--;
    }
    return place == 1 ? -1 : number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void requireText(boolean isText) throws UnreadableValueException {
    if (!isText) {
      throw new UnreadableValueException("it is an object or a list");
    }
  }

  private static void requireObject(JsonToken token) throws UnreadableValueException {
    if (token != JsonToken.START_OBJECT) {
      throw new UnreadableValueException("an object is missing in it");
    }
  }
}
