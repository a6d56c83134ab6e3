package io.assetsync.snipeit;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Completeness;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the reading of one type leaves for that of the next in the same run. Used by the thread of
 * the run.
 */
final class RunMemory {

  private final Map<EntityType, ParentRows> parents = new HashMap<>();
  private Mentions mentions = Mentions.NONE;

  /** Remembers whose parts there are to read. */
  ParentRows keep(EntityType type, ParentRows rows) {
    parents.put(type, rows);
    return rows;
  }

  /**
   * Returns the parents that this run has read, once: who reads the parts again without reading the
   * parents again would miss new ones.
   */
  Optional<ParentRows> take(EntityType type) {
    return Optional.ofNullable(parents.remove(type))
        .filter(ParentRows::isEnded)
        .filter(rows -> !(rows.completeness() instanceof Completeness.Partial));
  }

  /** Remembers whom the log mentions. */
  void keep(Mentions ofLog) {
    mentions = ofLog;
  }

  Mentions mentions() {
    return mentions;
  }
}
