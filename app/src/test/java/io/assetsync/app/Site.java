package io.assetsync.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import io.assetsync.app.logging.LogConfig;
import io.assetsync.app.logging.LogFormat;
import io.assetsync.app.logging.Logs;
import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Snipe-IT with an invented estate, and commands that sync it into a database.
 *
 * <p>Used by one test at a time, since commands inside this JVM take over its stderr.
 */
final class Site implements AutoCloseable {

  private static final int CALLS_PER_MINUTE = 100_000;

  private final Path directory;
  private final Estate estate;
  private final SnipeItStandIn snipeIt;

  /** How a command ended and what it printed; stderr has the log, too. */
  record Ending(int code, String out, String err) {}

  Site(Path directory, int assets) {
    this.directory = directory;
    this.estate = Estate.invented(7, assets);
    this.snipeIt =
        SnipeItStandIn.builder()
            .serving(estate)
            .throttlePerMinute(CALLS_PER_MINUTE)
            .build()
            .start();
  }

  Estate estate() {
    return estate;
  }

  SnipeItStandIn snipeIt() {
    return snipeIt;
  }

  /** Returns settings that let a command work, with changes; an empty value takes one away. */
  Map<String, String> environment(TestDatabase database, Map<String, String> changes) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SNIPEIT_API_URL", snipeIt.url().toString());
    environment.put("SNIPEIT_TOKEN", snipeIt.token());
    environment.put("DATABASE_URL", url(database, database.user(), database.password()));
    environment.put("SNIPEIT_ATTEMPTS", "1");
    environment.put("HTTP_PORT", "0");
    environment.putAll(changes);
    return environment;
  }

  static String url(TestDatabase database, String user, String password) {
    return database
        .jdbcUrl()
        .replaceFirst(
            "^jdbc:postgresql://",
            "postgresql://" + PercentCode.encode(user) + ":" + PercentCode.encode(password) + "@");
  }

  /** Runs a command inside this JVM. */
  Ending run(TestDatabase database, Map<String, String> changes, String... arguments) {
    return run(environment(database, changes), arguments);
  }

  Ending run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream processErr = System.err;
    PrintStream commandErr = new PrintStream(err, true, UTF_8);
    System.setErr(commandErr);
    try (Resources resources = new Resources()) {
      Caller caller =
          new Caller(environment, directory, new PrintStream(out, true, UTF_8), commandErr);
      int code = new Commands(caller, resources).run(arguments);
      return new Ending(code, out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      Printed.keep(out.toString(UTF_8));
      Printed.keep(err.toString(UTF_8));
      Logs.configure(new LogConfig(Level.INFO, LogFormat.TEXT, Optional.empty()));
      System.setErr(processErr);
    }
  }

  /** Starts a command in a process of its own, from the jars that the launchers run. */
  Child start(TestDatabase database, Map<String, String> changes, String... arguments)
      throws IOException {
    return start(environment(database, changes), List.of(), arguments);
  }

  Child start(Map<String, String> environment, List<String> javaOptions, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", lib() + "/*", Main.class.getName()));
    command.addAll(List.of(arguments));
    return Child.start(command, environment, directory);
  }

  private static Path lib() {
    return ProjectRoot.path().resolve("app/target/asset-sync/lib");
  }

  @Override
  public void close() {
    snipeIt.close();
  }
}
