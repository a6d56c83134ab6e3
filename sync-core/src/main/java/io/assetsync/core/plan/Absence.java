package io.assetsync.core.plan;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.KeySet;

/**
 * The rows of the mirror that the source did not list.
 *
 * @param keys rows of the mirror, not yet gone, that were neither read nor rejected
 * @param unlisted those among them that the source, asked by key, still has
 */
public record Absence(KeySet keys, KeySet unlisted) {

  public static final Absence NONE = new Absence(KeySet.empty(), KeySet.empty());

  public Absence {
    requireNonNull(keys, "keys");
    requireNonNull(unlisted, "unlisted");
    if (!unlisted.minus(keys).isEmpty()) {
      throw new IllegalArgumentException("unlisted keys are absent ones");
    }
  }

  public static Absence of(KeySet keys) {
    return new Absence(keys, KeySet.empty());
  }

  /** Returns the rows to be marked as gone if nothing objects. */
  public KeySet removable() {
    return keys.minus(unlisted);
  }
}
