package io.assetsync.postgres;

import io.assetsync.core.model.RunId;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a transaction that publishes a run. */
record Publication(RunId run, PostgresDatabase database, SessionLock lock) {

  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  private static final String MARK_PUBLISHED =
      "update run set published_at = ?, published_whole = ? where id = ?";

  private static final String NOTIFY = "select pg_notify(?, ?)";

  private static final String IS_PUBLISHED =
      "select published_at is not null from run where id = ?";

  /**
   * Records the time in the run log, tells listeners and commits. If the connection ends in the
   * middle, another one tells what came of it.
   *
   * @param isWhole whether nothing was left out
   */
  void commit(OffsetDateTime at, boolean isWhole, SchemaConnection connection) throws SQLException {
    connection.update(MARK_PUBLISHED, at, isWhole, run.value());
    connection.execute(NOTIFY, lock.schema(), run.toString());
    try {
      connection.commit();
    } catch (SQLException e) {
      if (connection.isAlive() || !isDone()) {
        throw e;
      }
      LOG.warn("The connection ended while run {} was published, which succeeded", run, e);
    }
  }

  /**
   * Tells whether the run was published.
   *
   * @throws io.assetsync.core.error.StoreException if that cannot be found out
   */
  private boolean isDone() {
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
