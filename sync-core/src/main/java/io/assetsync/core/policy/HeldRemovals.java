package io.assetsync.core.policy;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.KeySet;
import java.util.Set;

/**
 * What a run has held back of one type, and a person has seen.
 *
 * @param rows the rows that were kept
 * @param guards the names of the guards that objected
 */
public record HeldRemovals(KeySet rows, Set<String> guards) {

  public HeldRemovals {
    requireNonNull(rows, "rows");
    guards = Set.copyOf(guards);
  }
}
