package io.assetsync.snipeit;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Makes keys for rows that Snipe-IT shows without any: the same key for the same row, always. */
@FunctionalInterface
interface KeyMaker {

  /**
   * Returns the key of every row by the one that it has for the time being.
   *
   * @param rows all that stand together in one answer
   * @param zone the zone of the server's wall clock
   */
  Map<EntityKey, EntityKey> keys(List<Entity> rows, ZoneId zone);
}
