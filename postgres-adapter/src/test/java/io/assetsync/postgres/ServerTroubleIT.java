package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.error.StoreException.Fault;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Secret;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each trouble of a server is told in one sentence with what to do, and leaves nothing half done.
 */
final class ServerTroubleIT {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  /** Sets something for all later sessions. */
  private static final String SET =
      """
      do $$ begin
        execute format('alter database %%I set %s', current_database());
      end $$
      """;

  @AutoClose private final Mirror mirror = Mirror.create();

  @AutoClose
  private final PostgresDatabase later = PostgresDatabase.connect(Mirror.config(mirror.server()));

  @BeforeEach
  void publishCompanies() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2));
  }

  /** Where a file system of a few kilobytes cannot be made, the test says that it did not run. */
  @Test
  void fullDisk_isTold(@TempDir Path directory) throws Exception {
    assumeTrue(
        isLocal() && run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", directory.toString()),
        "fullDisk_isTold did not run: only root can mount a small file system for it");
    try {
      mirror.server().execute("create tablespace small location '" + directory + "'");
      mirror.execute(SET.formatted("temp_tablespaces = small"));

      assertTold(
          () -> Publishing.publish(fresh(), 2, Samples.companies(1, 2), assets(2000)),
          Fault.UNAVAILABLE,
          "the server's disk is full; make room and try again");
    } finally {
      later.close();
      mirror.close();
      try (TestDatabase other = TestDatabase.create()) {
        other.execute("drop tablespace if exists small");
      }
      run("umount", directory.toString());
    }
  }

  @Test
  void statementTimeout_isTold() {
    mirror.execute(
        """
        create function be_slow() returns trigger language plpgsql as
        $$ begin
          perform set_config('statement_timeout', '50ms', true);
          if tg_table_name = 'location' then perform pg_sleep(30); end if;
          return null;
        end $$;
        create trigger be_slow after insert on company for each statement execute function be_slow();
        create trigger be_slow after insert on location for each statement execute function be_slow()
        """);

    assertTold(
        () ->
            Publishing.publish(
                mirror.store(),
                2,
                Samples.companies(1, 2, 3),
                Samples.page(Samples.location(1, "Place"))),
        Fault.UNAVAILABLE,
        "a statement took longer than it may and was stopped; see what slows it");
  }

  @Test
  void readOnlyServer_isTold() {
    mirror.execute(SET.formatted("default_transaction_read_only = on"));

    assertTold(
        () -> Publishing.publish(fresh(), 2, Samples.companies(1, 2, 3)),
        Fault.UNAVAILABLE,
        "the server is read-only; see whether it is a standby");
  }

  @Test
  void usedUpConnections_areTold() throws SQLException {
    TestDatabase.Role role = mirror.server().createRole();
    mirror.execute("alter role " + role.user() + " connection limit 1");
    PostgresConfig config =
        PostgresConfig.of(mirror.server().jdbcUrl(), role.user(), new Secret(role.password()));
    try (Connection only =
            DriverManager.getConnection(mirror.server().jdbcUrl(), role.user(), role.password());
        PostgresDatabase database = PostgresDatabase.connect(config)) {
      assertThat(only.isValid(1)).isTrue();
      assertTold(
          database::migrate,
          Fault.UNAVAILABLE,
          "the server has no connection left; see max_connections and who holds them");
    }
  }

  private void assertTold(Runnable work, Fault fault, String sentence) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(work::run)
        .withMessageEndingWith(sentence)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    assertThat(mirror.rows(COMPANY)).hasSize(2);
    assertThat(mirror.rows(AssetAttributes.TYPE)).isEmpty();
  }

  /** Returns a store whose sessions begin with what was set meanwhile. */
  private PostgresAssetStore fresh() {
    return new PostgresAssetStore(later, Clock.systemUTC());
  }

  private static Page assets(int count) {
    return new Page(
        AssetAttributes.TYPE,
        LongStream.rangeClosed(1, count)
            .mapToObj(key -> Samples.full(AssetAttributes.TYPE, key))
            .toList(),
        List.of());
  }

  private boolean isLocal() {
    return mirror.server().jdbcUrl().contains("127.0.0.1");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
