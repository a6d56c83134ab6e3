package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Reads whether an entity that was asked for by id exists: Snipe-IT sends it, or an error with
 * status 200. Any id but the one that was asked for is no answer.
 */
record ById(long id) implements BodyDecoder<Boolean> {

  @Override
  public Boolean decode(byte[] body) throws IOException {
    boolean isError = false;
    boolean exists = false;
    try (JsonParser parser = PageDecoder.JSON.createParser(body)) {
      PageDecoder.requireObject(parser.nextToken());
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        isError |= PageDecoder.isErrorMark(parser, key, token);
        exists |=
            key.equals("id")
                && token == JsonToken.VALUE_NUMBER_INT
                && parser.getBigIntegerValue().equals(BigInteger.valueOf(id));
        parser.skipChildren();
      }
      PageDecoder.requireEnd(parser);
    }
    if (isError == exists) {
      throw new UnusableAnswerException(Trouble.NOT_THE_ANSWER);
    }
    return exists;
  }
}
