package io.assetsync.postgres;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.model.Secret;
import io.assetsync.core.run.RunReport;
import io.assetsync.postgres.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another JVM that synchronises into a mirror, an edition at a time, as the test tells it. */
final class SyncProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader answers;

  private SyncProcess(Process process) {
    this.process = process;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static SyncProcess start(TestDatabase server) throws IOException {
    return new SyncProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SyncProcess.class.getName(),
                server.jdbcUrl(),
                server.user(),
                server.password())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Tells it something, and does not wait for what comes of it. */
  void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Returns what it tells next, past what its log says. */
  String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(ANSWER)) {
        return line.substring(ANSWER.length());
      }
    }
    throw new IOException("the process has ended");
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static final String ANSWER = "> ";

  /**
   * Reads lines of an edition and a phase; stops before that phase, tells it and waits for a line.
   */
  public static void main(String... arguments) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PostgresConfig config = PostgresConfig.of(arguments[0], arguments[1], new Secret(arguments[2]));
    try (PostgresDatabase database = PostgresDatabase.connect(config)) {
      answer("ready");
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        String[] words = order.split(" ");
        answer(sync(database, Long.parseLong(words[0]), words[1], orders));
      }
    }
  }

  private static String sync(
      PostgresDatabase database, long edition, String phase, BufferedReader orders) {
    boolean[] stopped = {false};
    PostgresSync sync =
        new PostgresSync(database)
            .through(
                store ->
                    new PhasedStore(
                        store,
                        next -> {
                          if (next.name().equals(phase) && !stopped[0]) {
                            stopped[0] = true;
                            answer(phase);
                            await(orders);
                          }
                        }));
    try {
      RunReport report = sync.showing(edition).sync();
      return report.id() + " " + report.outcome();
    } catch (RunInProgressException e) {
      return "gave way to " + e.active().map(RunId::toString).orElse("somebody");
    }
  }

  private static void await(BufferedReader orders) {
    try {
      orders.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(String text) {
    System.out.println(ANSWER + text);
  }
}
