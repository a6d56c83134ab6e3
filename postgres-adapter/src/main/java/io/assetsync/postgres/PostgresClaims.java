package io.assetsync.postgres;

import static io.assetsync.postgres.generated.Tables.CLAIM;
import static java.util.Objects.requireNonNull;

import io.assetsync.core.run.Claims;
import java.time.Instant;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Keeps in PostgreSQL what one of the instances on a schema has done for all. */
public final class PostgresClaims implements Claims {

  private final PostgresDatabase database;

  public PostgresClaims(PostgresDatabase database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public boolean claim(String key, Instant at) {
    return database.inBriefTransaction(
        "claim what is done once",
        connection ->
            DSL.using(connection.jdbc(), SQLDialect.POSTGRES)
                    .insertInto(CLAIM)
                    .columns(CLAIM.KEY, CLAIM.CLAIMED_AT)
                    .values(key, RunRows.time(at))
                    .onConflictDoNothing()
                    .execute()
                > 0);
  }
}
