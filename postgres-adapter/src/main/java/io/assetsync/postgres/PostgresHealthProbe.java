package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;

/** Looks whether the database answers and holds the tables of this version. */
public final class PostgresHealthProbe implements HealthProbe {

  public PostgresHealthProbe(PostgresDatabase database) {
    requireNonNull(database, "database");
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Health check() {
    throw new UnsupportedOperationException();
  }
}
