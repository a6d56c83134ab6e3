package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import java.sql.SQLException;

/** Looks whether the database answers and holds the tables of this version. */
public final class PostgresHealthProbe implements HealthProbe {

  private static final String BE_QUICK = "set local statement_timeout = '3s'";

  private final PostgresDatabase database;

  public PostgresHealthProbe(PostgresDatabase database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Health check() {
    try {
      String version = database.inTransaction("look at the tables", this::version);
      return version.equals(Migrations.VERSION)
          ? Health.up("the tables are of version " + version)
          : Health.down(
              "the tables are of version %s, and this program is made for version %s"
                  .formatted(version, Migrations.VERSION));
    } catch (StoreException e) {
      return Health.down(String.valueOf(e.getMessage()));
    }
  }

  private String version(SchemaConnection connection) throws SQLException {
    connection.execute(BE_QUICK);
    return TablesVersion.of(connection);
  }
}
