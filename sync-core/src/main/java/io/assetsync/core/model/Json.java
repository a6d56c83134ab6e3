package io.assetsync.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

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

  /**
   * Returns this object with the named members of another object, where that has them, in place of
   * its own. Members are ordered by the length of their names, then by the names, which is the
   * order of numbers and of PostgreSQL's {@code jsonb}.
   *
   * @throws IllegalArgumentException if either is not an object
   */
  public Json withMembers(Json from, Set<String> names) {
    Map<String, String> members = JsonMembers.of(text);
    Map<String, String> others = JsonMembers.of(from.text);
    for (String name : names) {
      if (others.containsKey(name)) {
        members.put(name, others.get(name));
      }
    }
    return new Json(JsonMembers.toText(members));
  }

  @Override
  public String toString() {
    return text;
  }
}
