package io.assetsync.core.model;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes a JSON object apart into the texts of its members and puts it together again. It trusts the
 * text to be well-formed, and a name to be written with the same escapes wherever it stands.
 */
final class JsonMembers {

  private static final Comparator<String> ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final String text;
  private int at;

  private JsonMembers(String text) {
    this.text = text;
  }

  /** Returns the text of each value by its name, as both are written, in order of the names. */
  static Map<String, String> of(String object) {
    return new JsonMembers(object).read();
  }

  static String toText(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> '"' + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Map<String, String> read() {
    Map<String, String> members = new TreeMap<>(ORDER);
    expect('{');
    if (next() == '}') {
      return members;
    }
    do {
      String name = string();
      expect(':');
      next();
      int start = at;
      skipValue();
      members.put(name.substring(1, name.length() - 1), text.substring(start, at).strip());
    } while (accept(','));
    expect('}');
    return members;
  }

  /** Moves to the next character that is no white space, and returns it. */
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean accept(char expected) {
    if (next() != expected) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char expected) {
    if (!accept(expected)) {
      throw new IllegalArgumentException("the JSON is not an object");
    }
  }

  private String string() {
    expect('"');
    int start = at - 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    expect('"');
    return text.substring(start, at);
  }

  /** Moves behind the value at which this stands, that is to the comma or bracket after it. */
  private void skipValue() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        string();
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}')) {
        return;
      }
      depth += c == '{' || c == '[' ? 1 : 0;
      depth -= c == '}' || c == ']' ? 1 : 0;
      at++;
    }
    throw new IllegalArgumentException("the JSON is not an object");
  }
}
