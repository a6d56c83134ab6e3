package io.assetsync.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running server is like; one serves all these tests. */
final class EmbeddedDatabaseIT {

  @TempDir private static Path directory;

  private static EmbeddedDatabaseConfig config;
  @AutoClose private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    config =
        EmbeddedDatabaseConfig.persistent(directory).withBinaries(Path.of("target/postgresql"));
    database = EmbeddedDatabase.start(config);
  }

  @Test
  void persistent_isDurable() throws SQLException {
    assertThat(Sql.value(database, "show fsync")).isEqualTo("on");
    assertThat(Sql.value(database, "show full_page_writes")).isEqualTo("on");
    assertThat(Sql.value(database, "show synchronous_commit")).isEqualTo("on");
  }

  @Test
  void server_isTheSameOnEveryMachine() throws SQLException {
    assertThat(Sql.value(database, "show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(Sql.value(database, "show unix_socket_directories")).isEmpty();
    assertThat(Sql.value(database, "show server_encoding")).isEqualTo("UTF8");
    assertThat(Sql.value(database, "select datcollate || datctype from pg_database limit 1"))
        .isEqualTo("CC");
    assertThat(
            Sql.value(
                database,
                "select setting from pg_file_settings where name = 'timezone' and applied"))
        .isEqualTo("UTC");
  }

  @Test
  void server_asksForThePassword() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guessed"))
        .hasMessageContaining("password authentication failed");
    assertThat(database.toString()).doesNotContain(database.password());
  }

  @Test
  void password_isForTheOwnerOnly() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "not run: this file system has no POSIX rights");
    Path file = directory.resolve("password");
    assertThat(file).content().isEqualToIgnoringNewLines(database.password());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void secondStart_onADirectoryInUse_isRefusedAndHarmless() throws SQLException {
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(config))
          .isInstanceOf(EmbeddedDatabaseException.class)
          .hasMessageEndingWith(
              " is in use by this process: stop that, or name another directory.");
    }
    assertThat(Sql.value(database, "select 1")).isEqualTo("1");
  }
}
