package io.assetsync.core.store;

import io.assetsync.core.model.EntityType;
import java.util.Set;

/**
 * Where the mirror is kept. Usable from any thread; one session at a time per mirror, whichever
 * process opens it.
 */
public interface AssetStore {

  /**
   * Takes the mirror for one run and gives it back when the session closes, also when the process
   * dies.
   *
   * @param types the types that the run will read
   * @throws io.assetsync.core.error.RunInProgressException if another session is open
   * @throws io.assetsync.core.error.StoreException if the mirror cannot be reached or used
   * @throws IllegalArgumentException if the mirror has no place for one of the types
   */
  SyncSession begin(Set<EntityType> types);
}
