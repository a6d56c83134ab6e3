package io.assetsync.core.store;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;

/**
 * What the undoing of runs did with the rows of one type.
 *
 * @param type the type
 * @param restored rows that are again what they were
 * @param removed rows marked as gone, because the mirror did not have them
 */
public record UndoneRows(EntityType type, long restored, long removed) {

  public UndoneRows {
    requireNonNull(type, "type");
  }
}
