package io.assetsync.postgres;

import io.assetsync.core.error.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of the mirror and the run log, as Flyway applies them. */
record Migrations(DataSource connections, SchemaSettings settings, StoreErrors errors) {

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /** The newest of the migrations. */
  static final String VERSION = "12";

  static final String LOCATION = "classpath:io/assetsync/postgres/migration";

  private static final String ACTION = "bring the tables up to date";
  private static final int OLDEST_SERVER = 140000;

  private static final String RIGHTS =
      """
      select
        current_setting('server_version_num')::int,
        current_setting('server_version'),
        current_database(),
        current_user,
        has_database_privilege(current_database(), 'create'),
        has_database_privilege(current_database(), 'temporary'),
        (select has_schema_privilege(oid, 'usage') from pg_namespace where nspname = ?),
        current_setting('server_encoding')
      """;

  /** Applies what is missing. */
  void apply() {
    try {
      checkServer();
      Flyway flyway = flyway();
      requireNotNewer(flyway.info());
      flyway.migrate();
    } catch (SQLException | FlywayException e) {
      throw failure(e);
    }
    keepLegacyViews();
  }

  /** The mirror does without them, so that nothing here is a reason not to start. */
  private void keepLegacyViews() {
    LegacyViews views = LegacyViews.beside(settings.schema());
    try (SchemaConnection connection =
        new SchemaConnection(connections.getConnection(), settings)) {
      views
          .keep(connection)
          .ifPresent(
              reason ->
                  LOG.info(
                      "The compatibility views in {} are not complete: {}",
                      views.schema(),
                      reason));
    } catch (SQLException e) {
      LOG.warn(
          "{}", errors.of("bring the views in " + views.schema() + " up to date", e).getMessage());
    }
  }

  private Flyway flyway() {
    FluentConfiguration configuration =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(connections)
            .locations(LOCATION)
            .javaMigrations(new HistoryViews())
            .failOnMissingLocations(true)
            .defaultSchema(settings.schema())
            .placeholderReplacement(false)
            .loggers("slf4j");
    // One that waits for another must see what that one did, also where the server's default is
    // serializable: a lock of the session leaves no transaction open meanwhile.
    configuration
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration.load();
  }

  private void checkServer() throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
      statement.setString(1, settings.schema());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        Optional<String> problem = problem(row);
        if (problem.isPresent()) {
          throw errors.rejected(ACTION, problem.get());
        }
      }
    }
  }

  private Optional<String> problem(ResultSet row) throws SQLException {
    if (row.getInt(1) < OLDEST_SERVER) {
      return Optional.of(
          "it is PostgreSQL "
              + row.getString(2)
              + ", and PostgreSQL 14 is the oldest that will do");
    }
    if (!row.getString(8).equals("UTF8")) {
      return Optional.of(
          "the database is encoded in "
              + row.getString(8)
              + ", which cannot hold all text; make one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0");
    }
    String database = row.getString(3);
    String user = row.getString(4);
    String schema = SqlQuotes.identifier(settings.schema());
    if (!row.getBoolean(6)) {
      return Optional.of(
          "the user may not create temporary tables; GRANT TEMPORARY ON DATABASE %s TO %s"
              .formatted(SqlQuotes.identifier(database), SqlQuotes.identifier(user)));
    }
    boolean mayUseSchema = row.getBoolean(7);
    boolean schemaExists = !row.wasNull();
    if (!schemaExists && !row.getBoolean(5)) {
      return Optional.of(
          "there is no schema %s and the user may not create it; GRANT CREATE ON DATABASE %s TO %s, or CREATE SCHEMA %s AUTHORIZATION %s"
              .formatted(
                  schema,
                  SqlQuotes.identifier(database),
                  SqlQuotes.identifier(user),
                  schema,
                  SqlQuotes.identifier(user)));
    }
    if (schemaExists && !mayUseSchema) {
      return Optional.of(
          "the user may not use the schema; GRANT USAGE, CREATE ON SCHEMA %s TO %s"
              .formatted(schema, SqlQuotes.identifier(user)));
    }
    return Optional.empty();
  }

  private void requireNotNewer(MigrationInfoService info) {
    Arrays.stream(info.applied())
        .filter(migration -> migration.getState().name().startsWith("FUTURE"))
        .map(MigrationInfo::getVersion)
        .findAny()
        .ifPresent(
            version -> {
              throw errors.rejected(
                  ACTION,
                  "the tables in schema %s are of a newer version (%s) than this program knows; run the newer program"
                      .formatted(settings.schema(), version));
            });
  }

  private StoreException failure(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return errors.of(ACTION, cause);
      }
    }
    return errors.of(ACTION, e);
  }
}
