package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.assetsync.core.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that holds the mirror and the run log, in a schema of their own.
 *
 * <p>Making one does no I/O. Usable from any thread.
 */
public final class PostgresDatabase implements AutoCloseable {

  /** Longer than a lock is waited for, and shorter than anybody who stops the service waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DataSource connections;
  private final Migrations migrations;
  private final SchemaSettings settings;
  private final StoreErrors errors;
  private final @Nullable HikariDataSource pool;

  private PostgresDatabase(
      DataSource connections,
      Migrations migrations,
      SchemaSettings settings,
      StoreErrors errors,
      @Nullable HikariDataSource pool) {
    this.connections = connections;
    this.migrations = migrations;
    this.settings = settings;
    this.errors = errors;
    this.pool = pool;
  }

  /** Returns the database of a configuration, with a connection pool that {@link #close} ends. */
  public static PostgresDatabase connect(PostgresConfig config) {
    PGSimpleDataSource direct = direct(config);
    HikariDataSource pool = pool(config, direct);
    SchemaSettings settings = SchemaSettings.of(config);
    StoreErrors errors = new StoreErrors("PostgreSQL at " + config.place());
    // A pool tries until its timeout ends; a migration fails at once on a wrong password.
    Migrations migrations = new Migrations(direct, settings, errors);
    return new PostgresDatabase(pool, migrations, settings, errors, pool);
  }

  /**
   * Returns a database that uses somebody else's connections and leaves them open.
   *
   * @param connections gives at least two connections at a time, each of which stays with one
   *     server session: a pool between it and the server must be in session mode
   * @param schema as in {@link PostgresConfig}
   */
  public static PostgresDatabase over(DataSource connections, String schema) {
    requireNonNull(connections, "connections");
    SchemaSettings settings = SchemaSettings.of(schema);
    StoreErrors errors = new StoreErrors("PostgreSQL");
    return new PostgresDatabase(
        connections, new Migrations(connections, settings, errors), settings, errors, null);
  }

  private static PGSimpleDataSource direct(PostgresConfig config) {
    PGSimpleDataSource direct = new PGSimpleDataSource();
    int seconds = (int) config.connectTimeout().toSeconds();
    direct.setApplicationName("asset-sync");
    direct.setConnectTimeout(seconds);
    direct.setLoginTimeout(seconds);
    // Longer than any statement may take: it only ends the wait for a server that is no more.
    direct.setSocketTimeout((int) config.statementTimeout().plusSeconds(30).toSeconds());
    direct.setTcpKeepAlive(true);
    direct.setURL(config.jdbcUrl());
    direct.setUser(config.user());
    direct.setPassword(config.password().reveal());
    return direct;
  }

  private static HikariDataSource pool(PostgresConfig config, DataSource direct) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("asset-sync");
    pool.setDataSource(direct);
    pool.setMaximumPoolSize(config.maxConnections());
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(config.connectTimeout().toMillis());
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  /**
   * Creates the schema and its tables, or brings them up to date. Harmless when repeated and when
   * several processes do it at the same time.
   *
   * @throws StoreException if the database cannot be reached, does not accept the user, is older
   *     than PostgreSQL 14, or holds the tables of a newer version of this library
   */
  public void migrate() {
    migrations.apply();
  }

  /** Returns its connections, for others that keep tables in its schema. They end with it. */
  public DataSource dataSource() {
    return connections;
  }

  /**
   * Returns how the connections are used now; all zero if they are somebody else's. Does no I/O.
   */
  public PoolUse poolUse() {
    HikariPoolMXBean use = pool == null ? null : pool.getHikariPoolMXBean();
    return use == null
        ? PoolUse.UNKNOWN
        : new PoolUse(
            use.getActiveConnections(),
            use.getIdleConnections(),
            use.getThreadsAwaitingConnection(),
            Objects.requireNonNull(pool).getMaximumPoolSize());
  }

  SchemaSettings settings() {
    return settings;
  }

  StoreErrors errors() {
    return errors;
  }

  /** Opens a connection for several transactions, which the caller closes. */
  SchemaConnection open() throws SQLException {
    Connection connection = connections.getConnection();
    try {
      return new SchemaConnection(connection, settings);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Does work in a transaction and on a connection of its own.
   *
   * @param action as in {@link StoreErrors#of}
   */
  <T> T inTransaction(String action, SchemaConnection.Work<T> work) {
    try (SchemaConnection connection = open()) {
      return connection.inTransaction(work);
    } catch (SQLException | DataAccessException e) {
      throw errors.of(action, e);
    }
  }

  /** As {@link #inTransaction}, with short statements; a server that is silent is given up soon. */
  <T> T inBriefTransaction(String action, SchemaConnection.Work<T> work) {
    try (SchemaConnection connection = open()) {
      connection.giveUpAfter(PATIENCE);
      return connection.inTransaction(work);
    } catch (SQLException | DataAccessException e) {
      throw errors.of(action, e);
    }
  }

  /** Ends the connections of its own pool. Harmless when repeated; never throws. */
  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
