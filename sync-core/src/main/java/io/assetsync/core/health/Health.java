package io.assetsync.core.health;

import static java.util.Objects.requireNonNull;

/**
 * How a part is.
 *
 * @param up whether it can be used
 * @param detail one sentence without secrets: what is wrong, or what was found
 */
public record Health(boolean up, String detail) {

  public Health {
    requireNonNull(detail, "detail");
  }

  public static Health up(String detail) {
    return new Health(true, detail);
  }

  public static Health down(String detail) {
    return new Health(false, detail);
  }
}
