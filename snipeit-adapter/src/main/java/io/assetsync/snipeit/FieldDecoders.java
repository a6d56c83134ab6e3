package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Attribute;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The decoders that most attributes are mapped with. */
final class FieldDecoders {

  private FieldDecoders() {}

  /** Decodes a text that Snipe-IT escapes. */
  static FieldDecoder text(Attribute<String> attribute) {
    return FieldDecoder.of(
        attribute, (parser, row) -> row.set(attribute, Text.unescaped(scalar(parser))));
  }

  /** Decodes a text that Snipe-IT sends as it is. */
  static FieldDecoder rawText(Attribute<String> attribute) {
    return FieldDecoder.of(
        attribute, (parser, row) -> row.set(attribute, Text.raw(scalar(parser))));
  }

  /** Decodes notes, which Snipe-IT renders to HTML, into plain text and the HTML itself. */
  static FieldDecoder notes(Attribute<String> plain, Attribute<String> html) {
    return new FieldDecoder(
        List.of(plain, html),
        (parser, row) -> {
          String text = scalar(parser);
          row.set(plain, Text.withoutMarkup(text));
          row.set(html, Text.raw(text));
        });
  }

  /** Decodes a license's product key, in place of which a user without the right gets dashes. */
  static FieldDecoder productKey(Attribute<String> attribute) {
    return FieldDecoder.of(
        attribute,
        (parser, row) -> {
          String key = scalar(parser);
          if (Masks.isHiddenKey(key) && !row.interpretation().seesProductKeys()) {
            row.hide(attribute);
          } else {
            row.set(attribute, Text.unescaped(key));
          }
        });
  }

  static FieldDecoder integer(Attribute<Integer> attribute) {
    return FieldDecoder.of(
        attribute, (parser, row) -> row.set(attribute, Scalars.integer(scalar(parser))));
  }

  /** Decodes a number of months with a word behind it. */
  static FieldDecoder months(Attribute<Integer> attribute) {
    return FieldDecoder.of(
        attribute, (parser, row) -> row.set(attribute, Scalars.months(scalar(parser))));
  }

  static FieldDecoder money(Attribute<BigDecimal> attribute) {
    return FieldDecoder.of(
        attribute,
        (parser, row) ->
            row.set(
                attribute,
                parser.currentToken().isNumeric()
                    ? Scalars.amount(parser.getDecimalValue())
                    : Scalars.money(scalar(parser))));
  }

  static FieldDecoder bool(Attribute<Boolean> attribute) {
    return FieldDecoder.of(
        attribute, (parser, row) -> row.set(attribute, Scalars.bool(scalar(parser))));
  }

  static FieldDecoder date(Attribute<LocalDate> attribute) {
    return FieldDecoder.of(
        attribute, (parser, row) -> row.set(attribute, Scalars.date(dateText(parser, row))));
  }

  static FieldDecoder timestamp(Attribute<Instant> attribute) {
    return FieldDecoder.of(attribute, (parser, row) -> readTimestamp(attribute, parser, row));
  }

  /** Decodes the time of deletion; that there is one makes the row a deleted one. */
  static FieldDecoder deletedAt(Attribute<Instant> attribute) {
    return FieldDecoder.of(
        attribute,
        (parser, row) -> {
          row.markDeleted();
          readTimestamp(attribute, parser, row);
        });
  }

  /** Decodes an object into its id. */
  static FieldDecoder reference(Attribute<Long> attribute) {
    return FieldDecoder.of(attribute, (parser, row) -> row.set(attribute, id(parser)));
  }

  /** Returns the text of a string, a number or a boolean. */
  static String scalar(JsonParser parser) throws IOException, UnreadableValueException {
    if (!parser.currentToken().isScalarValue()) {
      throw new UnreadableValueException("it is an object or a list");
    }
    return parser.getText();
  }

  /** Returns the id of an object, whatever else it holds, or the number itself. */
  static long id(JsonParser parser) throws IOException, UnreadableValueException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return Scalars.id(scalar(parser));
    }
    String id = "";
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      if (key.equals("id")) {
        id = scalar(parser);
      } else {
        parser.skipChildren();
      }
    }
    return Scalars.id(id);
  }

  /**
   * Returns the text of a date, which may be an object with the site's display form beside it. From
   * that the row's page learns how the site shows its dates.
   */
  static String dateText(JsonParser parser, Row row) throws IOException, UnreadableValueException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return scalar(parser);
    }
    String text = "";
    String shown = "";
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.VALUE_NULL && (key.equals("datetime") || key.equals("date"))) {
        text = scalar(parser);
      } else if (token == JsonToken.VALUE_STRING
          && row.dates().isCurious()
          && key.equals("formatted")) {
        shown = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    row.dates().learn(text, shown);
    return text;
  }

  private static void readTimestamp(Attribute<Instant> attribute, JsonParser parser, Row row)
      throws IOException, UnreadableValueException {
    LocalDateTime local = Scalars.dateTime(dateText(parser, row));
    row.set(attribute, local == null ? null : local.atZone(row.zone()).toInstant());
  }
}
