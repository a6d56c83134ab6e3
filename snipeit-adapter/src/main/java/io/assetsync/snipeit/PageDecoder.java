package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.source.Reject;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the answer to a list call, {@code {"total": 3, "rows": [...]}}, token by token: never as a
 * tree, and each row's own text is taken from the bytes.
 */
final class PageDecoder implements BodyDecoder<PageRows> {

  static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final RowMapping mapping;
  private final Interpretation interpretation;

  PageDecoder(RowMapping mapping, Interpretation interpretation) {
    this.mapping = mapping;
    this.interpretation = interpretation;
  }

  @Override
  public PageRows decode(byte[] body) throws IOException {
    return decode(body, this::readPage);
  }

  /** Reads the answer to a call for one entity, which is its row and nothing around it. */
  PageRows decodeOne(byte[] body) throws IOException {
    return decode(body, this::readSingle);
  }

  @FunctionalInterface
  private interface Reader {
    PageRows read(JsonParser parser, byte[] body, Row row) throws IOException;
  }

  /** Reads a body twice if only its end told how to read the dates at its beginning. */
  private PageRows decode(byte[] body, Reader reader) throws IOException {
    PageDates dates = interpretation.dates();
    PageRows page = decode(body, dates, reader);
    if (dates.isOutgrown()) {
      page = decode(body, dates.settled(), reader);
    }
    interpretation.learn(dates);
    page.remarkIn(interpretation.remarks());
    return page;
  }

  private PageRows decode(byte[] body, PageDates dates, Reader reader) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      requireObject(parser.nextToken());
      PageRows page = reader.read(parser, body, new Row(mapping.type(), interpretation, dates));
      requireEnd(parser);
      return page;
    }
  }

  private PageRows readPage(JsonParser parser, byte[] body, Row row) throws IOException {
    PageRows page = new PageRows();
    boolean hasTotal = false;
    boolean hasRows = false;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (key.equals("total") && token == JsonToken.VALUE_NUMBER_INT) {
        page.total(parser.getLongValue());
        hasTotal = true;
      } else if (key.equals("rows") && token == JsonToken.START_ARRAY) {
        readRows(parser, body, row, page);
        hasRows = true;
      } else if (isErrorMark(parser, key, token)) {
        throw new UnusableAnswerException(Trouble.ERROR_INSTEAD_OF_ROWS);
      } else {
        parser.skipChildren();
      }
    }
    if (!hasTotal || !hasRows) {
      throw new UnusableAnswerException(Trouble.NOT_THE_ANSWER);
    }
    return mapping
        .keyMaker()
        .map(maker -> page.withKeys(maker, interpretation.zone()))
        .orElse(page);
  }

  private PageRows readSingle(JsonParser parser, byte[] body, Row row) throws IOException {
    PageRows page = new PageRows();
    readRow(parser, body, row, page);
    return page;
  }

  private void readRows(JsonParser parser, byte[] body, Row row, PageRows page) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        page.addKey(0);
        page.reject(Reject.row(Optional.empty(), "it is not an object"));
        continue;
      }
      readRow(parser, body, row, page);
    }
  }

  private void readRow(JsonParser parser, byte[] body, Row row, PageRows page) throws IOException {
    int from = (int) parser.currentTokenLocation().getByteOffset();
    mapping.read(parser, row);
    if (mapping.keyMaker().isPresent()) {
      row.key(page.size() + 1L);
    }
    int to = (int) parser.currentLocation().getByteOffset();
    row.addTo(page, mapping.kept(JsonText.received(body, from, to)));
  }

  /** An error is told by the string; later versions give single objects a "status" of their own. */
  static boolean isErrorMark(JsonParser parser, String key, JsonToken token) throws IOException {
    return key.equals("status")
        && token == JsonToken.VALUE_STRING
        && parser.getText().equals("error");
  }

  static void requireObject(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      throw new UnusableAnswerException(Trouble.NOT_THE_ANSWER);
    }
  }

  /** Reads to the end, so that a body which goes on after its object is noticed. */
  static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new UnusableAnswerException(Trouble.BROKEN_JSON);
    }
  }
}
