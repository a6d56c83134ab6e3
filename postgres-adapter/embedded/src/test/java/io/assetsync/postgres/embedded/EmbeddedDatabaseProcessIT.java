package io.assetsync.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How processes that end, well or badly, leave the server and its directory. */
final class EmbeddedDatabaseProcessIT {

  private static final Path BINARIES = Path.of("target/postgresql");

  @TempDir private Path directory;

  @Test
  void serverOfAKilledProcess_isStoppedByTheNextStart() throws Exception {
    ServerProcess killed = ServerProcess.start(directory, BINARIES);
    Sql.execute(killed.jdbcUrl(), killed.password(), "create table thing as select 'kept' as word");
    killed.kill();
    assertThat(Sql.value(killed.jdbcUrl(), killed.password(), "select 1")).isEqualTo("1");

    try (EmbeddedDatabase database = start()) {
      assertThat(database.jdbcUrl()).isNotEqualTo(killed.jdbcUrl());
      assertThat(Sql.value(database, "select word from thing")).isEqualTo("kept");
      assertGone(killed);
    }
  }

  @Test
  void temporaryDirectoryOfAKilledProcess_isRemovedByTheNextTemporaryStart() throws Exception {
    ServerProcess killed = ServerProcess.startTemporary(BINARIES);
    killed.kill();
    assertThat(killed.directory()).isDirectory();

    EmbeddedDatabase.start(EmbeddedDatabaseConfig.temporary().withBinaries(BINARIES)).close();

    assertThat(killed.directory()).doesNotExist();
    assertGone(killed);
  }

  @Test
  void temporaryDirectoryOfALivingProcess_isLeftAlone() throws Exception {
    ServerProcess living = ServerProcess.startTemporary(BINARIES);
    try {
      EmbeddedDatabase.start(EmbeddedDatabaseConfig.temporary().withBinaries(BINARIES)).close();
      assertThat(Sql.value(living.jdbcUrl(), living.password(), "select 1")).isEqualTo("1");
    } finally {
      living.terminate();
    }
  }

  @Test
  void terminatedProcess_leavesNothing() throws Exception {
    ServerProcess terminated = ServerProcess.startTemporary(BINARIES);
    terminated.terminate();
    assertThat(terminated.directory()).doesNotExist();
    assertGone(terminated);
  }

  @Test
  void directoryOfALivingProcess_isRefused() throws Exception {
    ServerProcess living = ServerProcess.start(directory, BINARIES);
    try {
      assertThatThrownBy(this::start)
          .isInstanceOf(EmbeddedDatabaseException.class)
          .hasMessage(
              "The directory %s is in use by process %d: stop that, or name another directory.",
              living.directory(), living.process().pid());
      assertThat(Sql.value(living.jdbcUrl(), living.password(), "select 1")).isEqualTo("1");
    } finally {
      living.terminate();
    }
    start().close();
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(
        EmbeddedDatabaseConfig.persistent(directory).withBinaries(BINARIES));
  }

  private static void assertGone(ServerProcess process) {
    assertThatThrownBy(() -> Sql.value(process.jdbcUrl(), process.password(), "select 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("refused");
  }
}
