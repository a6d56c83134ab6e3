package io.assetsync.postgres;

import io.assetsync.core.model.RunId;
import java.sql.SQLException;

/** A commit whose answer got lost with its connection. */
record Publication(RunId run, PostgresDatabase database, SessionLock lock) {

  private static final String IS_PUBLISHED =
      "select published_at is not null from run where id = ?";

  /**
   * Tells whether the run was published.
   *
   * @throws io.assetsync.core.error.StoreException if that cannot be found out
   */
  boolean isDone() {
    try (SchemaConnection connection = database.open()) {
      connection.begin();
      // The server process of the lost connection frees the lock when it has ended.
      lock.await(connection);
      return connection.value(Boolean.class, IS_PUBLISHED, run.value()).orElse(false);
    } catch (SQLException e) {
      throw database.errors().of("learn whether run " + run + " was published", e);
    }
  }
}
