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

/** The decoders of attributes that hold JSON; each writes one canonical form. */
final class JsonFieldDecoders {

  private JsonFieldDecoders() {}

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
