package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps the mirror in PostgreSQL, one table per entity type.
 *
 * <p>A session holds one connection. On commit, {@code NOTIFY} tells the number of the run on the
 * channel that is named as the schema.
 */
public final class PostgresAssetStore implements AssetStore {

  private static final String ACTION = "begin a run";

  private final PostgresDatabase database;
  private final Clock clock;
  private final Retention retention;
  private final SessionLock lock;

  /**
   * @param clock tells when rows change
   */
  public PostgresAssetStore(PostgresDatabase database, Clock clock) {
    this(database, clock, Retention.DEFAULT);
  }

  /**
   * @param clock tells when rows change
   * @param retention how long the mirror remembers
   */
  public PostgresAssetStore(PostgresDatabase database, Clock clock, Retention retention) {
    this.database = requireNonNull(database, "database");
    this.clock = requireNonNull(clock, "clock");
    this.retention = requireNonNull(retention, "retention");
    this.lock = new SessionLock(database.settings().schema());
  }

  @Override
  public SyncSession begin(Set<EntityType> types) {
    for (EntityType type : types) {
      if (!EntityTypes.all().contains(type)) {
        throw new IllegalArgumentException("the mirror has no place for " + type);
      }
    }
    try {
      return begin(types, database.open());
    } catch (SQLException e) {
      throw database.errors().of(ACTION, e);
    }
  }

  private SyncSession begin(Set<EntityType> types, SchemaConnection connection)
      throws SQLException {
    boolean begun = false;
    try {
      connection.inTransaction(lock::requireUnshared);
      connection.inTransaction(TablesVersion::requireOurs);
      if (!connection.inTransaction(lock::take)) {
        throw new RunInProgressException(Optional.empty());
      }
      boolean isEmpty = connection.inTransaction(inside -> isEmpty(types, connection));
      begun = true;
      return new PostgresSession(
          connection,
          database,
          clock,
          new CleanUp(retention, clock, database.errors()),
          types,
          isEmpty);
    } finally {
      if (!begun) {
        connection.destroy();
      }
    }
  }

  private static boolean isEmpty(Set<EntityType> types, SchemaConnection connection)
      throws SQLException {
    String anyRow =
        types.stream()
            .map(MirrorTable::new)
            .map(MirrorTable::hasRows)
            .collect(Collectors.joining(" or "));
    return !types.isEmpty() && !connection.value(Boolean.class, "select " + anyRow).orElse(true);
  }
}
