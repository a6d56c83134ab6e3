package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import java.time.Clock;
import java.util.Set;

/** Keeps the mirror in PostgreSQL, one table per entity type. */
public final class PostgresAssetStore implements AssetStore {

  /**
   * @param clock tells when rows change
   */
  public PostgresAssetStore(PostgresDatabase database, Clock clock) {
    requireNonNull(database, "database");
    requireNonNull(clock, "clock");
  }

  @Override
  public SyncSession begin(Set<EntityType> types) {
    throw new UnsupportedOperationException();
  }
}
