package io.assetsync.postgres.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.meta.postgres.PostgresDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The database that jOOQ generates code from: a temporary server with Flyway's migrations applied.
 *
 * <p>Name it as the generator's database. The generator's database properties whose name begins
 * with {@code flyway.} configure Flyway, at least {@code flyway.locations}. A migration that fails
 * fails the generation with Flyway's message.
 */
public final class MigratedPostgresDatabase extends PostgresDatabase {

  private static final String FLYWAY = "flyway.";

  private @Nullable EmbeddedDatabase server;

  @Override
  protected DSLContext create0() {
    if (server == null) {
      server = EmbeddedDatabase.start(EmbeddedDatabaseConfig.temporary());
      try {
        migrate(server);
        setConnection(connect(server));
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
    }
    return super.create0();
  }

  private void migrate(EmbeddedDatabase migrated) {
    Map<String, String> settings =
        getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith(FLYWAY))
            .collect(Collectors.toMap(name -> name, getProperties()::getProperty));
    Flyway.configure(getClass().getClassLoader())
        .configuration(settings)
        .loggers("slf4j")
        .dataSource(migrated.jdbcUrl(), migrated.user(), migrated.password())
        .load()
        .migrate();
  }

  private static Connection connect(EmbeddedDatabase migrated) {
    try {
      return DriverManager.getConnection(migrated.jdbcUrl(), migrated.user(), migrated.password());
    } catch (SQLException e) {
      throw new EmbeddedDatabaseException("The embedded PostgreSQL does not answer.", e);
    }
  }

  @Override
  public void close() {
    super.close();
    if (server != null) {
      server.close();
    }
  }
}
