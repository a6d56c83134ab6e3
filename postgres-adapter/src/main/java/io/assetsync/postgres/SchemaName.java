package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** The rule for the name of the mirror's schema: an identifier that needs no quotes. */
final class SchemaName {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private SchemaName() {}

  static String require(String schema) {
    if (!IDENTIFIER.matcher(requireNonNull(schema, "schema")).matches()
        || schema.startsWith("pg_")
        || schema.equals("information_schema")) {
      throw new IllegalArgumentException(
          "the schema must be a name of lower-case letters, digits and underscores, at most 63, not '"
              + schema
              + "'");
    }
    return schema;
  }
}
