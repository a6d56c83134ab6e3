package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import io.assetsync.postgres.PostgresConfig;
import io.assetsync.postgres.Retention;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import java.util.Optional;

/**
 * Where the mirror is kept.
 *
 * @param external the database to use; empty for the embedded one
 * @param embedded how the embedded one is set up
 * @param limits schema, pool and time-outs for either; its address is not used
 * @param retention how long the mirror remembers
 */
record StoreConfig(
    Optional<DatabaseUrl> external,
    EmbeddedDatabaseConfig embedded,
    PostgresConfig limits,
    Retention retention) {

  StoreConfig {
    requireNonNull(external, "external");
    requireNonNull(embedded, "embedded");
    requireNonNull(limits, "limits");
    requireNonNull(retention, "retention");
  }

  PostgresConfig at(DatabaseUrl address) {
    return new PostgresConfig(
        address.jdbcUrl(),
        address.user(),
        address.password(),
        limits.schema(),
        limits.maxConnections(),
        limits.connectTimeout(),
        limits.statementTimeout(),
        limits.lockTimeout());
  }

  StoreConfig withEmbedded(EmbeddedDatabaseConfig newEmbedded) {
    return new StoreConfig(Optional.empty(), newEmbedded, limits, retention);
  }
}
