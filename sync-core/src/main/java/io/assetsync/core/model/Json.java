package io.assetsync.core.model;

import static java.util.Objects.requireNonNull;

/**
 * A JSON value as text.
 *
 * <p>Two values are equal when their texts are. Whoever makes one for an attribute therefore writes
 * it in one canonical form: keys in a fixed order, no white space between tokens.
 *
 * @param text well-formed JSON without the character U+0000, which PostgreSQL cannot hold
 */
public record Json(String text) {

  public static final Json EMPTY_OBJECT = new Json("{}");
  public static final Json EMPTY_ARRAY = new Json("[]");

  public Json {
    requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return text;
  }
}
