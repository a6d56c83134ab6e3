package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.KeySet;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the reading of a type has got, kept with the mirror from run to run.
 *
 * @param highestKey the highest key listed; zero if there was none, or if it says nothing because
 *     the newest entities of the type may vanish in the course of things
 * @param watermark every change up to here has been read; empty if the type cannot be read by
 *     changes
 * @param unlisted the keys of entities that no listing showed and that were found by asking for
 *     them
 */
public record Bookmark(long highestKey, Optional<Instant> watermark, KeySet unlisted) {

  /** Nothing is known. */
  public static final Bookmark NONE = new Bookmark(0, Optional.empty(), KeySet.empty());

  public Bookmark {
    if (highestKey < 0) {
      throw new IllegalArgumentException("the highest key is below zero: " + highestKey);
    }
    requireNonNull(watermark, "watermark");
    requireNonNull(unlisted, "unlisted");
  }

  /** Returns this bookmark with a highest key that does not fall. */
  public Bookmark notBelow(Bookmark earlier) {
    return highestKey >= earlier.highestKey
        ? this
        : new Bookmark(earlier.highestKey, watermark, unlisted);
  }

  /** Returns this bookmark without a time up to which changes are known. */
  public Bookmark withoutWatermark() {
    return new Bookmark(highestKey, Optional.empty(), unlisted);
  }

  /** Returns this bookmark with more keys of entities that no listing shows. */
  public Bookmark stillUnlisted(KeySet more) {
    return new Bookmark(highestKey, watermark, unlisted.plus(more));
  }
}
