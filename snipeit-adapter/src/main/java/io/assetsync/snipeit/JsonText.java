package io.assetsync.snipeit;

import io.assetsync.core.model.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON as text: written in canonical form, or taken over as it was received. */
final class JsonText {

  private static final int LENGTH_OF_ESCAPE = 6;
  private static final String ESCAPED = "\b\f\n\r\t\"\\";
  private static final String ESCAPES = "bfnrt\"\\";

  private JsonText() {}

  /**
   * Appends a JSON string, or {@code null}. It has the escapes that PostgreSQL writes, so that a
   * text from the mirror equals the same text from here.
   */
  static void appendQuoted(StringBuilder json, @Nullable String text) {
    if (text == null) {
      json.append("null");
      return;
    }
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        appendEscaped(json, c);
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static void appendEscaped(StringBuilder json, char c) {
    int plain = ESCAPED.indexOf(c);
    if (plain >= 0) {
      json.append('\\').append(ESCAPES.charAt(plain));
    } else {
      json.append(String.format("\\u%04x", (int) c));
    }
  }

  /**
   * Returns a part of a well-formed document as it was sent, but without the escapes of U+0000 and
   * of unpaired surrogates, which PostgreSQL refuses.
   */
  static Json received(byte[] document, int from, int to) {
    String text = new String(document, from, to - from, StandardCharsets.UTF_8);
    int escape = nextUnstorable(text, 0);
    if (escape < 0) {
      return new Json(text);
    }
    StringBuilder kept = new StringBuilder(text.length());
    int start = 0;
    while (escape >= 0) {
      kept.append(text, start, escape);
      start = escape + LENGTH_OF_ESCAPE;
      escape = nextUnstorable(text, start);
    }
    return new Json(kept.append(text, start, text.length()).toString());
  }

  private static int nextUnstorable(String text, int from) {
    int at = text.indexOf('\\', from);
    while (at >= 0) {
      if (text.charAt(at + 1) != 'u') {
        at = text.indexOf('\\', at + 2);
        continue;
      }
      char c = escapedAt(text, at);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return at;
      }
      int next = at + LENGTH_OF_ESCAPE;
      if (Character.isHighSurrogate(c)) {
        if (!text.startsWith("\\u", next) || !Character.isLowSurrogate(escapedAt(text, next))) {
          return at;
        }
        next += LENGTH_OF_ESCAPE;
      }
      at = text.indexOf('\\', next);
    }
    return -1;
  }

  private static char escapedAt(String text, int escape) {
    return (char) Integer.parseInt(text, escape + 2, escape + LENGTH_OF_ESCAPE, 16);
  }
}
