package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads from a list of companies the ids of those that count anything: assets, users and so on.
 * Everybody sees all companies, but a company scope leaves out of their counts what it hides.
 */
final class CompaniesInUse implements BodyDecoder<Set<Long>> {

  private static final String COUNT = "_count";

  @Override
  public Set<Long> decode(byte[] body) throws IOException {
    Set<Long> inUse = new TreeSet<>();
    boolean isList = false;
    try (JsonParser parser = PageDecoder.JSON.createParser(body)) {
      PageDecoder.requireObject(parser.nextToken());
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.START_ARRAY && key.equals("rows")) {
          isList = true;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            PageDecoder.requireObject(parser.currentToken());
            readCompany(parser, inUse);
          }
        } else {
          parser.skipChildren();
        }
      }
      PageDecoder.requireEnd(parser);
    }
    if (!isList) {
      throw new UnusableAnswerException(Trouble.NOT_THE_ANSWER);
    }
    return inUse;
  }

  private static void readCompany(JsonParser parser, Set<Long> inUse) throws IOException {
    long id = 0;
    boolean counts = false;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_NUMBER_INT && key.equals("id")) {
        id = parser.getLongValue();
      } else if (token == JsonToken.VALUE_NUMBER_INT && key.endsWith(COUNT)) {
        counts |= parser.getLongValue() > 0;
      } else {
        parser.skipChildren();
      }
    }
    if (counts) {
      inUse.add(id);
    }
  }
}
