package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads the highest id out of the rows of a list; zero if there are none. */
final class HighestId implements BodyDecoder<Long> {

  @Override
  public Long decode(byte[] body) throws IOException {
    long highest = 0;
    boolean hasRows = false;
    try (JsonParser parser = PageDecoder.JSON.createParser(body)) {
      PageDecoder.requireObject(parser.nextToken());
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (key.equals("rows") && token == JsonToken.START_ARRAY) {
          highest = highestOf(parser);
          hasRows = true;
        } else {
          parser.skipChildren();
        }
      }
      PageDecoder.requireEnd(parser);
    }
    if (!hasRows) {
      throw new UnusableAnswerException(Trouble.NOT_THE_ANSWER);
    }
    return highest;
  }

  private static long highestOf(JsonParser parser) throws IOException {
    long highest = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (key.equals("id") && token == JsonToken.VALUE_NUMBER_INT) {
          highest = Math.max(highest, parser.getLongValue());
        }
        parser.skipChildren();
      }
    }
    return highest;
  }
}
