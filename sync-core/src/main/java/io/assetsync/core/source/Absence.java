package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.KeySet;

/**
 * The rows of the mirror that the source did not list.
 *
 * @param keys rows of the mirror, not yet gone, that were neither read nor rejected
 * @param live those among them that are active or archived in the mirror
 * @param unlisted those among them that the source, asked by key, still has
 */
public record Absence(KeySet keys, KeySet live, KeySet unlisted) {

  public static final Absence NONE = of(KeySet.empty(), KeySet.empty());

  public Absence {
    requireNonNull(keys, "keys");
    requireNonNull(live, "live");
    requireNonNull(unlisted, "unlisted");
    if (!unlisted.minus(keys).isEmpty() || !live.minus(keys).isEmpty()) {
      throw new IllegalArgumentException("live and unlisted keys are absent ones");
    }
  }

  /** Returns the absence of rows that the source has not been asked for. */
  public static Absence of(KeySet keys, KeySet live) {
    return new Absence(keys, live, KeySet.empty());
  }

  /** Returns the absence of rows that are all active or archived in the mirror. */
  public static Absence of(KeySet keys) {
    return of(keys, keys);
  }

  /** Returns this absence after the source has denied some of the keys and confirmed the others. */
  public Absence confirmed(KeySet gone) {
    return new Absence(keys, live, keys.minus(gone));
  }

  /** Returns the rows to be marked as gone if nothing objects. */
  public KeySet removable() {
    return keys.minus(unlisted);
  }
}
