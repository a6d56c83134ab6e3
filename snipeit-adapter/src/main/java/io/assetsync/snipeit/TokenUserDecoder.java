package io.assetsync.snipeit;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the answer to {@code /users/me}. */
final class TokenUserDecoder implements BodyDecoder<TokenUser> {

  @Override
  public TokenUser decode(byte[] body) throws IOException {
    long id = 0;
    String username = "";
    List<Long> companies = new ArrayList<>();
    List<Long> groups = new ArrayList<>();
    Map<String, Integer> permissions = new HashMap<>();
    try (JsonParser parser = PageDecoder.JSON.createParser(body)) {
      PageDecoder.requireObject(parser.nextToken());
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        switch (key) {
          case "id" -> id = parser.getValueAsLong();
          case "username" ->
              username = requireNonNullElse(Text.unescaped(parser.getValueAsString("")), "");
          case "company", "companies" -> readIds(parser, companies);
          case "groups" -> readIds(parser, groups);
          case "permissions" -> readPermissions(parser, permissions);
          default -> {}
        }
        parser.skipChildren();
      }
      PageDecoder.requireEnd(parser);
    }
    if (id <= 0) {
      throw new UnusableAnswerException(Trouble.NOT_THE_ANSWER);
    }
    return new TokenUser(id, username, companies, groups, permissions);
  }

  /** Reads every id at any depth: of one object, of a list, or of the rows of a page. */
  private static void readIds(JsonParser parser, List<Long> ids) throws IOException {
    if (!parser.currentToken().isStructStart()) {
      return;
    }
    int depth = parser.getParsingContext().getNestingDepth();
    while (parser.getParsingContext().getNestingDepth() >= depth) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_NUMBER_INT && "id".equals(parser.currentName())) {
        ids.add(parser.getLongValue());
      }
    }
  }

  /** Reads an object; a user without permissions may have an empty list instead. */
  private static void readPermissions(JsonParser parser, Map<String, Integer> permissions)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      permissions.put(key, parser.getValueAsInt());
      parser.skipChildren();
    }
  }
}
