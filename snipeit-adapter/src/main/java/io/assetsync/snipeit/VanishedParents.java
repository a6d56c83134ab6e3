package io.assetsync.snipeit;

import io.assetsync.core.source.Completeness;
import java.util.HashSet;
import java.util.Set;

/**
 * Parents that a list has just shown and that Snipe-IT now denies. A few are deleted in the course
 * of things, and have no parts. Many at once rather mean that the token sees less than before.
 */
final class VanishedParents {

  private static final int MAX = 3;

  private final Set<Long> keys = new HashSet<>();

  /** Returns what it means for a list of parts that its parent is denied. */
  Completeness note(long parent) {
    keys.add(parent);
    return keys.size() <= MAX
        ? Completeness.COMPLETE
        : new Completeness.Incomplete(
            keys.size()
                + " that were listed in this run are denied when asked for by id, up to id "
                + parent);
  }
}
