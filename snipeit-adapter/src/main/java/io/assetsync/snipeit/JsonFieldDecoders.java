package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Json;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The decoders of attributes that hold JSON; each writes one canonical form. */
final class JsonFieldDecoders {

  private JsonFieldDecoders() {}

  /**
   * Decodes custom fields into an object of values by field id. Labels change, and labels that are
   * 0, 1, ... make the object a list; the digits at the end of the column's name stay.
   */
  static FieldDecoder customFields(Attribute<Json> attribute) {
    return fieldValues(attribute, "field", "value");
  }

  /** Decodes the default values of a model, which come in any order, like custom fields. */
  static FieldDecoder defaultFieldValues(Attribute<Json> attribute) {
    return fieldValues(attribute, "db_column_name", "default_value");
  }

  /** Decodes {@code {"total": 1, "rows": [{"id": 3, ...}]}} into an array of ascending ids. */
  static FieldDecoder ids(Attribute<Json> attribute) {
    return FieldDecoder.of(
        attribute,
        (parser, row) -> {
          TreeSet<Long> ids = new TreeSet<>();
          readRows(parser, () -> ids.add(FieldDecoders.id(parser)));
          row.set(attribute, array(ids.stream().map(String::valueOf)));
        });
  }

  /** Decodes the fields of a fieldset into an array of id and whether it is required, in order. */
  static FieldDecoder fieldsetFields(Attribute<Json> attribute) {
    return FieldDecoder.of(
        attribute,
        (parser, row) -> {
          StringBuilder json = new StringBuilder("[");
          readRows(
              parser,
              () -> json.append(json.length() == 1 ? "" : ",").append(fieldsetField(parser)));
          row.set(attribute, new Json(json.append(']').toString()));
        });
  }

  /** Decodes grants into an object of -1, 0 or 1 by ascending name; PHP sends none as a list. */
  static FieldDecoder permissions(Attribute<Json> attribute) {
    return FieldDecoder.of(
        attribute,
        (parser, row) -> {
          Map<String, Integer> grants = new TreeMap<>();
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            readGrants(parser, grants);
          } else if (parser.currentToken() != JsonToken.START_ARRAY
              || parser.nextToken() != JsonToken.END_ARRAY) {
            throw new UnreadableValueException("it is not an object of permissions");
          }
          StringBuilder json = new StringBuilder("{");
          grants.forEach(
              (name, grant) -> {
                json.append(json.length() == 1 ? "" : ",");
                JsonText.appendQuoted(json, name);
                json.append(':').append(grant);
              });
          row.set(attribute, new Json(json.append('}').toString()));
        });
  }

  private static void readGrants(JsonParser parser, Map<String, Integer> grants)
      throws IOException, UnreadableValueException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      String name = Text.raw(key);
      grants.put(name == null ? "" : name, Scalars.integer(FieldDecoders.scalar(parser)));
    }
  }

  private static String fieldsetField(JsonParser parser)
      throws IOException, UnreadableValueException {
    requireObject(parser.currentToken());
    long id = 0;
    boolean required = false;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (key.equals("id")) {
        id = Scalars.whole(FieldDecoders.scalar(parser));
      } else if (key.equals("required") && token != JsonToken.VALUE_NULL) {
        required = Scalars.bool(FieldDecoders.scalar(parser));
      } else {
        parser.skipChildren();
      }
    }
    return "{\"id\":" + id + ",\"required\":" + required + "}";
  }

  private static FieldDecoder fieldValues(
      Attribute<Json> attribute, String columnKey, String valueKey) {
    return FieldDecoder.of(
        attribute,
        (parser, row) -> {
          FieldValues values = row.fieldValues();
          boolean byLabel = parser.currentToken() == JsonToken.START_OBJECT;
          if (!byLabel && parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableValueException("it is neither an object nor a list of fields");
          }
          while (!parser.nextToken().isStructEnd()) {
            requireObject(byLabel ? parser.nextToken() : parser.currentToken());
            readFieldValue(parser, columnKey, valueKey, values);
          }
          row.set(attribute, values.toJson());
        });
  }

  private static void readFieldValue(
      JsonParser parser, String columnKey, String valueKey, FieldValues values)
      throws IOException, UnreadableValueException {
    long id = -1;
    @Nullable String value = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (key.equals(columnKey) && token == JsonToken.VALUE_STRING) {
        id = trailingNumber(parser);
      } else if (key.equals(valueKey) && token != JsonToken.VALUE_NULL) {
        value = Text.unescaped(FieldDecoders.scalar(parser));
      } else {
        parser.skipChildren();
      }
    }
    if (id < 0) {
      throw new UnreadableValueException("a custom field has no id at the end of its column name");
    }
    values.put(id, value);
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

  /** Reads one element of the list in "rows", at whose first token the parser stands. */
  @FunctionalInterface
  private interface ElementReader {
    void read() throws IOException, UnreadableValueException;
  }

  private static void readRows(JsonParser parser, ElementReader reader)
      throws IOException, UnreadableValueException {
    requireObject(parser.currentToken());
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      if (parser.nextToken() != JsonToken.START_ARRAY || !key.equals("rows")) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        reader.read();
      }
    }
  }

  private static void requireObject(JsonToken token) throws UnreadableValueException {
    if (token != JsonToken.START_OBJECT) {
      throw new UnreadableValueException("an object is missing in it");
    }
  }

  private static Json array(Stream<String> elements) {
    return new Json(elements.collect(Collectors.joining(",", "[", "]")));
  }
}
