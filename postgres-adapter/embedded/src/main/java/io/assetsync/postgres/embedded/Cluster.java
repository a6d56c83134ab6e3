package io.assetsync.postgres.embedded;

import io.assetsync.postgres.embedded.Programs.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one PostgreSQL server, and that server's life.
 *
 * <p>Whoever uses it holds the {@link DirectoryLock} of the root; so a server that already runs
 * there has lost its keeper.
 */
final class Cluster {

  static final String USER = "postgres";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final String OUR_SETTINGS = "embedded.conf";
  private static final String UNFINISHED = "unfinished-";

  private final Programs programs;
  private final Path root;
  private final Path data;
  private final Path log;
  private final PasswordFile passwordFile;

  Cluster(Path root, Programs programs) {
    this.programs = programs;
    this.root = root;
    this.data = root.resolve("data");
    this.log = root.resolve("server.log");
    this.passwordFile = new PasswordFile(root.resolve("password"));
  }

  /**
   * Stops a server that has lost its keeper, and makes the data directory unless there is one.
   *
   * @param durable whether it must survive a crash of the machine right after
   * @return the password of {@link #USER}
   */
  String prepare(boolean durable) throws IOException {
    stopOrphan();
    if (!Files.exists(data)) {
      return create(durable);
    }
    requireVersion(programs.majorVersion());
    return passwordFile.read();
  }

  /** Starts a server and waits until it takes connections. A failure leaves none running. */
  Cluster start(Map<String, String> settings) throws IOException {
    Files.writeString(data.resolve(OUR_SETTINGS), configuration(settings));
    Files.deleteIfExists(log);
    int exitCode =
        programs.launch(
            "pg_ctl", "start", "-w", "-D", data.toString(), "-l", log.toString(), "-t", "300");
    if (exitCode != 0) {
      stop();
      throw new ServerStartException(log, exitCode);
    }
    return this;
  }

  /** Stops the server if one runs. */
  void stop() throws IOException {
    if (stop("fast", 60).isSuccess() || !Files.exists(pidFile())) {
      return;
    }
    Ending ending = stop("immediate", 30);
    if (!ending.isSuccess() && Files.exists(pidFile())) {
      throw new IOException("PostgreSQL in " + data + " did not stop: " + ending.output());
    }
  }

  private Ending stop(String mode, int seconds) throws IOException {
    return programs.run(
        "pg_ctl", "stop", "-w", "-D", data.toString(), "-m", mode, "-t", String.valueOf(seconds));
  }

  /**
   * Stops the server of a process that was killed, and clears a trace of one that would bar the
   * way.
   */
  void stopOrphan() throws IOException {
    Optional<ProcessHandle> process = recordedProcess();
    Optional<String> command = process.flatMap(found -> found.info().command());
    if (command.isEmpty()) {
      return;
    }
    if (!Path.of(command.get()).getFileName().toString().startsWith("postgres")) {
      // The server is long gone and its number was given to another program.
      Files.deleteIfExists(pidFile());
      return;
    }
    String[] unknown = {data.toString()};
    if (List.of(process.get().info().arguments().orElse(unknown)).contains(data.toString())) {
      LOG.info("Stopping the PostgreSQL server that a killed process left running in {}", data);
      stop();
    }
  }

  private Optional<ProcessHandle> recordedProcess() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile());
    if (lines.isEmpty() || !lines.get(0).matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0)));
  }

  /** Creates under another name first, so that what bears the final name is whole. */
  private String create(boolean durable) throws IOException {
    Path unfinished = ProcessDirectory.create(root, UNFINISHED);
    try {
      ProcessDirectory.deleteAbandoned(unfinished, UNFINISHED);
      String password = passwordFile.create();
      initialise(unfinished, durable);
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
      return password;
    } finally {
      ProcessDirectory.delete(unfinished);
    }
  }

  private void initialise(Path directory, boolean durable) throws IOException {
    Ending ending =
        programs.run(
            "initdb",
            "--pgdata=" + directory,
            "--username=" + USER,
            "--pwfile=" + passwordFile.path(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            durable ? "--no-instructions" : "--no-sync");
    if (!ending.isSuccess()) {
      throw new EmbeddedDatabaseException(
          "PostgreSQL cannot make a data directory in " + root + ": " + ending.output());
    }
    Files.writeString(
        directory.resolve("postgresql.conf"),
        "\ninclude = '" + OUR_SETTINGS + "'\n",
        StandardOpenOption.APPEND);
  }

  private void requireVersion(int expected) throws IOException {
    String version = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(expected))) {
      throw new EmbeddedDatabaseException(
          ("The data in %s was written by PostgreSQL %s, but this is PostgreSQL %d: name another"
                  + " directory, or move the data over with PostgreSQL's own pg_upgrade.")
              .formatted(data, version, expected));
    }
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  private static String configuration(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " = '" + quoted(setting.getValue()) + "'\n")
        .sorted()
        .collect(Collectors.joining("", "# Written at every start.\n", ""));
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("'", "''");
  }
}
