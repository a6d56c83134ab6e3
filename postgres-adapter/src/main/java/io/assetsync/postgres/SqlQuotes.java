package io.assetsync.postgres;

/** Quotes for what people named, in statements that take no parameters. */
final class SqlQuotes {

  private SqlQuotes() {}

  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Returns a literal that is read alike whatever {@code standard_conforming_strings} says. */
  static String literal(String text) {
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + '\'';
  }
}
