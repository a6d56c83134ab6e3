package io.assetsync.postgres.embedded;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a server starts and stops, and what keeps it from starting. */
final class EmbeddedDatabaseStartIT {

  private static final Path BINARIES = Path.of("target/postgresql");

  /** Larger than any process id. */
  private static final long NO_PROCESS = 999_999_999;

  /** A stopped server's files, so that not every test has to make them. */
  @TempDir private static Path stopped;

  @TempDir private Path directory;

  @BeforeAll
  static void makeData() {
    EmbeddedDatabase.start(EmbeddedDatabaseConfig.persistent(stopped).withBinaries(BINARIES))
        .close();
  }

  @BeforeEach
  void copyData() throws IOException {
    try (Stream<Path> files = Files.walk(stopped)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, directory.resolve(stopped.relativize(file)), COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void persistent_keepsRowsOverARestart() throws SQLException {
    try (EmbeddedDatabase database = start()) {
      Sql.execute(database, "create table thing as select 'kept' as word");
    }
    try (EmbeddedDatabase database = start()) {
      assertThat(Sql.value(database, "select word from thing")).isEqualTo("kept");
    }
  }

  @Test
  void temporary_isGoneAfterClose() {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(EmbeddedDatabaseConfig.temporary().withBinaries(BINARIES));
    assertThat(database.directory()).isDirectory();

    database.close();
    database.close();

    assertThat(database.directory()).doesNotExist();
    assertThatThrownBy(() -> Sql.value(database, "select 1")).hasMessageContaining("refused");
  }

  @Test
  void settings_goBeforeOurs() throws SQLException {
    EmbeddedDatabaseConfig config =
        config().withSettings(Map.of("fsync", "off", "cluster_name", "it's a \\ \"name\""));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(config)) {
      assertThat(Sql.value(database, "show fsync")).isEqualTo("off");
      assertThat(Sql.value(database, "show cluster_name")).isEqualTo("it's a \\ \"name\"");
    }
  }

  @Test
  void directory_isMadeForTheOwnerOnly() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "not run: this file system has no POSIX rights");
    Path absent = directory.resolve("some/where with blanks & 'quotes'");
    EmbeddedDatabaseConfig config =
        EmbeddedDatabaseConfig.persistent(absent).withBinaries(BINARIES);
    EmbeddedDatabase.start(config).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(absent)))
        .isEqualTo("rwx------");
  }

  @Test
  void binaries_areUnpackedBelowAPersistentDirectory() {
    EmbeddedDatabase.start(EmbeddedDatabaseConfig.persistent(directory)).close();

    assertThat(directory.resolve("binaries"))
        .isDirectoryContaining(unpacked -> Files.isDirectory(unpacked.resolve("bin")));
  }

  @Test
  void port_isTheOneGiven() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThatThrownBy(() -> EmbeddedDatabase.start(config().withPort(socket.getLocalPort())))
          .isInstanceOf(EmbeddedDatabaseException.class)
          .hasMessage(
              "Port %d on 127.0.0.1 is in use: stop the other program or choose another port.",
              port);
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(config().withPort(port))) {
      assertThat(database.port()).isEqualTo(port);
    }
  }

  @Test
  void dataOfAnotherVersion_isRefused() throws IOException {
    start().close();
    Files.writeString(directory.resolve("data/PG_VERSION"), "16\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("was written by PostgreSQL 16, but this is PostgreSQL 17:");
  }

  @Test
  void missingPassword_isNamed() throws IOException {
    start().close();
    Files.delete(directory.resolve("password"));
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("The password of the embedded PostgreSQL is missing: put ");
  }

  @Test
  void serverThatCannotStart_tellsItsReason() throws IOException {
    assertThatThrownBy(
            () -> EmbeddedDatabase.start(config().withSettings(Map.of("no_such_setting", "1"))))
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
    start().close();
  }

  @Test
  void initialisationCutShort_isRepeated() throws IOException, SQLException {
    ProcessDirectory.delete(directory.resolve("data"));
    Path cutShort = directory.resolve("unfinished-" + NO_PROCESS + "-1");
    Files.createDirectories(cutShort.resolve("base"));
    Files.writeString(cutShort.resolve("PG_VERSION"), "17\n");
    try (EmbeddedDatabase database = start()) {
      assertThat(Sql.value(database, "select 1")).isEqualTo("1");
      assertThat(cutShort).doesNotExist();
    }
  }

  @Test
  void traceOfAServerLongGone_doesNotBarTheWay() throws IOException, SQLException {
    start().close();
    Files.writeString(
        directory.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (EmbeddedDatabase database = start()) {
      assertThat(Sql.value(database, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void interruptedStart_leavesNothing() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessage("The start of the embedded PostgreSQL was interrupted.");
    assertThat(Thread.interrupted()).isTrue();
    start().close();
  }

  @Test
  void interruptedClose_stopsTheServer() {
    EmbeddedDatabase database = start();
    Thread.currentThread().interrupt();
    database.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(config());
  }

  private EmbeddedDatabaseConfig config() {
    return EmbeddedDatabaseConfig.persistent(directory).withBinaries(BINARIES);
  }
}
