package io.assetsync.app.logging;

/** Keeps what comes from elsewhere within its line. */
final class Escapes {

  private static final char NEXT_LINE = '\u0085';
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private Escapes() {}

  /** Returns a text without line breaks and other characters that steer a terminal. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(character -> append(line, (char) character));
    return line.toString();
  }

  /** Returns a text as a string of JSON, with its quotes. */
  static String json(String text) {
    StringBuilder string = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        string.append('\\').append(character);
      } else if (character == '\t') {
        string.append("\\t");
      } else {
        append(string, character);
      }
    }
    return string.append('"').toString();
  }

  private static void append(StringBuilder line, char character) {
    switch (character) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append('\t');
      default -> {
        if (steers(character)) {
          line.append(String.format("\\u%04x", (int) character));
        } else {
          line.append(character);
        }
      }
    }
  }

  private static boolean steers(char character) {
    return Character.isISOControl(character)
        || character == NEXT_LINE
        || character == LINE_SEPARATOR
        || character == PARAGRAPH_SEPARATOR;
  }
}
