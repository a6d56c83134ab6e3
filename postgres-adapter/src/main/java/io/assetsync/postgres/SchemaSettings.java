package io.assetsync.postgres;

import java.time.Duration;

/**
 * What holds for every transaction.
 *
 * @param schema where the tables are
 * @param statementTimeout how long one statement may take
 * @param lockTimeout how long a statement waits for somebody else's lock
 */
record SchemaSettings(String schema, Duration statementTimeout, Duration lockTimeout) {

  static SchemaSettings of(PostgresConfig config) {
    return new SchemaSettings(config.schema(), config.statementTimeout(), config.lockTimeout());
  }

  static SchemaSettings of(String schema) {
    return new SchemaSettings(
        SchemaName.require(schema),
        PostgresConfig.DEFAULT_STATEMENT_TIMEOUT,
        PostgresConfig.DEFAULT_LOCK_TIMEOUT);
  }
}
