package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads one text out of a JSON object. */
record TextField(String name) implements BodyDecoder<String> {

  @Override
  public String decode(byte[] body) throws IOException {
    String text = "";
    try (JsonParser parser = PageDecoder.JSON.createParser(body)) {
      PageDecoder.requireObject(parser.nextToken());
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_STRING && key.equals(name)) {
          text = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
      PageDecoder.requireEnd(parser);
    }
    if (text.isEmpty()) {
      throw new UnusableAnswerException(Trouble.NOT_THE_ANSWER);
    }
    return text;
  }
}
