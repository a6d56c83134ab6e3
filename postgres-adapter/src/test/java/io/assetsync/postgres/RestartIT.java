package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Secret;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.postgres.embedded.EmbeddedDatabase;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run when its server, one of its own, is restarted or loses an answer. */
final class RestartIT {

  @TempDir private Path directory;
  private EmbeddedDatabase server;

  @BeforeEach
  void start() {
    server = start(0);
  }

  private EmbeddedDatabase start(int port) {
    return EmbeddedDatabase.start(
        EmbeddedDatabaseConfig.persistent(directory)
            .withBinaries(Path.of("target/postgresql"))
            .withPort(port)
            .withSettings(
                Map.of("synchronous_commit", "local", "synchronous_standby_names", "none")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart() {
    int port = server.port();
    server.close();
    server = start(port);
  }

  @Test
  void restartedServer_failsTheRunAndServesTheNext() throws SQLException {
    try (PostgresDatabase database = database()) {
      PostgresSync sync = new PostgresSync(database);
      sync.showing(1).sync();
      sync.showing(2).listing().before(CompanyAttributes.TYPE, 2, this::restart);

      RunReport cut = sync.sync();

      assertThat(cut.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(cut.failure()).map(Failure::code).contains("store.unavailable");
      assertThat(seen()).isEqualTo(PostgresSync.edition(1));
      assertThat(new PostgresRunLog(database).find(cut.id()))
          .map(RunReport::outcome)
          .contains(Outcome.FAILED);
      assertThat(sync.showing(3).sync().outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(seen()).isEqualTo(PostgresSync.edition(3));
    }
  }

  /** A commit that waits for a standby is done, but its client is not told so. */
  @Test
  void commitWhoseAnswerIsLost_isFoundToHavePublished() throws SQLException {
    try (PostgresDatabase database = database()) {
      PostgresSync sync = new PostgresSync(database);
      sync.showing(1).sync();
      execute(
          """
          create function asset_sync.wait_for_standby() returns trigger language plpgsql as
          $$ begin perform set_config('synchronous_commit', 'on', true); return null; end $$;
          create trigger wait after insert on asset_sync.company
          for each statement execute function asset_sync.wait_for_standby()
          """);
      CompletableFuture<RunReport> run =
          CompletableFuture.supplyAsync(() -> sync.showing(2).sync());
      await()
          .until(
              () ->
                  text(
                      """
                      select count(pg_terminate_backend(pid)) from pg_stat_activity
                      where wait_event = 'SyncRep'
                      """),
              count -> !count.equals("0"));

      assertThat(run.join().outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(seen()).isEqualTo(PostgresSync.edition(2));
      assertThat(text("select outcome from asset_sync.run where id = " + run.join().id()))
          .isEqualTo("applied");
    }
  }

  private PostgresDatabase database() {
    PostgresDatabase database =
        PostgresDatabase.connect(
            PostgresConfig.of(server.jdbcUrl(), server.user(), new Secret(server.password())));
    database.migrate();
    return database;
  }

  private String seen() throws SQLException {
    return text(PostgresSync.SEEN);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl() + "?currentSchema=asset_sync", server.user(), server.password());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
