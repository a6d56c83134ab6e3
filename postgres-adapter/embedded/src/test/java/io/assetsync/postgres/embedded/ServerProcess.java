package io.assetsync.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another JVM with an embedded database; the test decides how it ends. */
record ServerProcess(Process process, Path directory, String jdbcUrl, String password) {

  private static final String TEMPORARY = "temporary";

  static ServerProcess startTemporary(Path binaries) throws IOException {
    return start(TEMPORARY, binaries);
  }

  static ServerProcess start(Path directory, Path binaries) throws IOException {
    return start(directory.toString(), binaries);
  }

  private static ServerProcess start(String directory, Path binaries) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                directory,
                binaries.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new ServerProcess(
        process, Path.of(lines.readLine()), lines.readLine(), lines.readLine());
  }

  /** Kills the process; nothing of it runs afterwards but the server it started. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends the process as a service manager or Ctrl-C does. */
  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Starts a database and waits to be ended. */
  public static void main(String... arguments) throws IOException {
    EmbeddedDatabaseConfig config =
        arguments[0].equals(TEMPORARY)
            ? EmbeddedDatabaseConfig.temporary()
            : EmbeddedDatabaseConfig.persistent(Path.of(arguments[0]));
    EmbeddedDatabase database = EmbeddedDatabase.start(config.withBinaries(Path.of(arguments[1])));
    for (String line :
        List.of(database.directory().toString(), database.jdbcUrl(), database.password())) {
      System.out.println(line);
    }
    while (System.in.read() >= 0) {
      // The end of the input is the end of the test.
    }
  }
}
