package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.error.StoreException.Fault;
import io.assetsync.core.health.Health;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.model.Secret;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a database is set up, and what is said when that is not possible. */
final class MigrationsIT {

  @AutoClose private final TestDatabase server = TestDatabase.create();

  private static final String NEWER =
      """
      insert into asset_sync.flyway_schema_history
        (installed_rank, version, description, type, script, installed_by, execution_time, success)
      values (99, '99', 'later', 'SQL', 'V99__later.sql', 'somebody', 1, true)
      """;

  @Test
  void migrate_isHarmlessWhenRepeated() {
    try (PostgresDatabase database = connect(Mirror.config(server))) {
      database.migrate();

      assertThatCode(database::migrate).doesNotThrowAnyException();
      assertThat(health(database).up()).isTrue();
    }
  }

  @Test
  void migrate_mayBeDoneByTwoAtATime() {
    try (PostgresDatabase one = connect(Mirror.config(server));
        PostgresDatabase other = connect(Mirror.config(server))) {
      CompletableFuture.allOf(
              Stream.of(one, other)
                  .map(database -> CompletableFuture.runAsync(database::migrate))
                  .toArray(CompletableFuture<?>[]::new))
          .join();

      assertThat(health(one).up()).isTrue();
    }
  }

  /** Each migration is wholly applied or not at all, so the next start goes on from there. */
  @ParameterizedTest
  @ValueSource(longs = {3, 30, 100, 400})
  void interruptedMigration_isTakenUpByTheNextStart(long call) throws SQLException {
    try (FragileConnections fragile = new FragileConnections(server);
        PostgresDatabase interrupted = PostgresDatabase.over(fragile.dataSource(), "asset_sync");
        PostgresDatabase next = connect(Mirror.config(server))) {
      fragile.cutAt(call);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(interrupted::migrate)
          .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE))
          .withMessageStartingWith("cannot bring the tables up to date");
      assertThat(fragile.mend()).isTrue();

      next.migrate();

      assertThat(health(next).up()).isTrue();
      Publishing.publish(
          new PostgresAssetStore(next, Clock.systemUTC()), 1, Samples.companies(1, 2));
    }
  }

  @Test
  void version_isThatOfTheNewestMigration() {
    try (PostgresDatabase database = connect(Mirror.config(server))) {
      database.migrate();

      assertThat(new PostgresHealthProbe(database).check())
          .isEqualTo(Health.up("the tables are of version " + Migrations.VERSION));
    }
  }

  @Test
  void lowPrivilegedRole_needsNoMoreThanASchema() {
    TestDatabase.Role role = server.createRole();
    server.execute("create schema given authorization " + role.user());
    try (PostgresDatabase database = connect(config(role).withSchema("given"))) {
      database.migrate();
      PostgresAssetStore store = new PostgresAssetStore(database, Clock.systemUTC());
      Publishing.publish(store, 1, Samples.companies(1));
      Publishing.publish(store, 2, Samples.companies(2));

      assertThat(health(database).up()).isTrue();
    }
  }

  @Test
  void missingRightToCreateTheSchema_isNamedWithItsGrant() {
    TestDatabase.Role role = server.createRole();

    assertRefused(
        config(role),
        Fault.REJECTED,
        "there is no schema \"asset_sync\" and the user may not create it; GRANT CREATE ON DATABASE");
  }

  @Test
  void missingRightToUseTheSchema_isNamedWithItsGrant() {
    TestDatabase.Role role = server.createRole();
    server.execute("create schema asset_sync");

    assertRefused(config(role), Fault.REJECTED, "GRANT USAGE, CREATE ON SCHEMA \"asset_sync\" TO");
  }

  @Test
  void missingRightToCreateTables_isTold() {
    TestDatabase.Role role = server.createRole();
    server.execute("create schema asset_sync; grant usage on schema asset_sync to " + role.user());

    assertRefused(config(role), Fault.REJECTED, "permission denied for schema asset_sync");
  }

  @Test
  void newerTables_areLeftAlone() {
    try (PostgresDatabase database = connect(Mirror.config(server))) {
      database.migrate();
    }
    server.execute(NEWER);

    assertRefused(
        Mirror.config(server),
        Fault.REJECTED,
        "the tables in schema asset_sync are of a newer version (99) than this program knows");
    try (PostgresDatabase database = connect(Mirror.config(server))) {
      assertThat(health(database).detail()).contains("version 99");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(
              () ->
                  new PostgresAssetStore(database, Clock.systemUTC())
                      .begin(Set.of(CompanyAttributes.TYPE)))
          .withMessageContaining("the tables are of version 99, and this program is made for");
    }
  }

  @Test
  void tablesThatBecomeNewerUnderARun_areNotPublishedInto() {
    try (PostgresDatabase database = connect(Mirror.config(server))) {
      database.migrate();
      PostgresAssetStore store = new PostgresAssetStore(database, Clock.systemUTC());
      Publishing.publish(store, 1, Samples.companies(1));
      try (SyncSession session = store.begin(Set.of(CompanyAttributes.TYPE))) {
        session.stage(Samples.companies(1, 2));
        session.seal(CompanyAttributes.TYPE, Completeness.COMPLETE);
        ApprovedPlan plan = session.plan().approve();
        server.execute(NEWER);

        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> session.commit(plan, new RunId(2), SourceState.NONE))
            .withMessageContaining("the tables are of version 99, and this program is made for");
      }
    }
  }

  @Test
  void wrongPassword_isToldAndNotShown() {
    assertRefused(
        PostgresConfig.of(server.jdbcUrl(), server.createRole().user(), new Secret("wr0ng")),
        Fault.REJECTED,
        "look at the user, the password and pg_hba.conf");
  }

  @Test
  void missingDatabase_isTold() {
    assertRefused(at(server.jdbcUrl() + "_missing"), Fault.REJECTED, "the database does not exist");
  }

  @Test
  void databaseThatCannotHoldAllText_isRefused() {
    String name = server.jdbcUrl().replaceFirst(".*/([^/?]+).*", "$1") + "_latin";
    server.execute("create database " + name + " encoding 'LATIN1' locale 'C' template template0");
    try {
      assertRefused(
          at(server.jdbcUrl() + "_latin"), Fault.REJECTED, "the database is encoded in LATIN1");
    } finally {
      server.execute("drop database " + name + " with (force)");
    }
  }

  @Test
  void unknownHost_isTold() {
    assertRefused(
        at("jdbc:postgresql://nowhere.invalid/assets"),
        Fault.UNAVAILABLE,
        "its host name is unknown");
  }

  @Test
  void serverThatIsDown_isTold() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    PostgresConfig config = at("jdbc:postgresql://127.0.0.1:" + port + "/assets");

    assertRefused(config, Fault.UNAVAILABLE, "nothing answers at that address");
    try (PostgresDatabase database = connect(config)) {
      assertThat(health(database).detail()).contains("nothing answers at that address");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(
              () ->
                  new PostgresAssetStore(database, Clock.systemUTC())
                      .begin(Set.of(CompanyAttributes.TYPE)))
          .withMessageContaining("nothing answers at that address");
    }
  }

  @Test
  void missingTables_areToldByEveryPort() {
    try (PostgresDatabase database = connect(Mirror.config(server))) {
      assertThat(health(database).up()).isFalse();
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> new PostgresRunLog(database).latest(1))
          .withMessageContaining("bring its tables up to date");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(
              () ->
                  new PostgresAssetStore(database, Clock.systemUTC())
                      .begin(Set.of(CompanyAttributes.TYPE)))
          .withMessageContaining("bring its tables up to date");
    }
  }

  private static void assertRefused(PostgresConfig config, Fault fault, String sentence) {
    try (PostgresDatabase database = connect(config)) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(database::migrate)
          .withMessageContaining(sentence)
          .withMessageNotContaining(config.password().reveal())
          .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
  }

  private static Health health(PostgresDatabase database) {
    return new PostgresHealthProbe(database).check();
  }

  private static PostgresDatabase connect(PostgresConfig config) {
    return PostgresDatabase.connect(config);
  }

  private PostgresConfig config(TestDatabase.Role role) {
    return PostgresConfig.of(server.jdbcUrl(), role.user(), new Secret(role.password()));
  }

  /** Waits no longer than a second for a connection. */
  private PostgresConfig at(String url) {
    return new PostgresConfig(
        url,
        server.user(),
        new Secret(server.password()),
        PostgresConfig.DEFAULT_SCHEMA,
        2,
        Duration.ofSeconds(1),
        PostgresConfig.DEFAULT_STATEMENT_TIMEOUT,
        PostgresConfig.DEFAULT_LOCK_TIMEOUT);
  }
}
