package io.assetsync.core.testing;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.RunId;

/**
 * A row of a mirror.
 *
 * @param entity what the row holds, key, life cycle and raw row included
 * @param firstSeenRun the run that created the row
 * @param changedRun the run that last changed it in a way that counts
 */
public record MirroredRow(Entity entity, RunId firstSeenRun, RunId changedRun) {

  public MirroredRow {
    requireNonNull(entity, "entity");
    requireNonNull(firstSeenRun, "firstSeenRun");
    requireNonNull(changedRun, "changedRun");
  }
}
