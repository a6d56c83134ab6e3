package io.assetsync.app;

import io.assetsync.app.logging.Logs;
import io.assetsync.core.model.Secret;
import io.assetsync.postgres.embedded.EmbeddedDatabase;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the database, starting the embedded one if no other is configured. */
final class Databases {

  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

  private Databases() {}

  static DatabaseUrl open(StoreConfig config, Resources resources) {
    return config.external().orElseGet(() -> embedded(config, resources));
  }

  private static DatabaseUrl embedded(StoreConfig config, Resources resources) {
    EmbeddedDatabase database = resources.open(() -> EmbeddedDatabase.start(config.embedded()));
    Logs.hide(List.of(database.password()));
    LOG.info(
        "The mirror is in an embedded PostgreSQL with its data in {}; connect to {} as user {} with the password in {}",
        database.directory(),
        database.jdbcUrl(),
        database.user(),
        database.directory().resolve("password"));
    return new DatabaseUrl(database.jdbcUrl(), database.user(), new Secret(database.password()));
  }
}
