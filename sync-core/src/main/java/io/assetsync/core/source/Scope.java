package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.KeySet;

/**
 * What a run wants to read of a type, and what earlier runs have learned about it.
 *
 * @param extent how much to read
 * @param known how far earlier runs got
 * @param parents for a type that has a parent, when only changes are wanted: the parents that are
 *     new or differ from the mirror; else empty
 */
public record Scope(Extent extent, Bookmark known, KeySet parents) {

  /** How much to read. */
  public enum Extent {
    EVERYTHING,
    /**
     * What has changed since the bookmark, as far as the source can tell. One that cannot reads
     * everything.
     */
    CHANGES
  }

  /** Everything, of a type of which nothing is known. */
  public static final Scope EVERYTHING = everything(Bookmark.NONE);

  public Scope {
    requireNonNull(extent, "extent");
    requireNonNull(known, "known");
    requireNonNull(parents, "parents");
  }

  public static Scope everything(Bookmark known) {
    return new Scope(Extent.EVERYTHING, known, KeySet.empty());
  }

  public static Scope changes(Bookmark known, KeySet parents) {
    return new Scope(Extent.CHANGES, known, parents);
  }
}
