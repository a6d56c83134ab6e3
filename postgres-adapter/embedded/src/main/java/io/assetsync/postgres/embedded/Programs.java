package io.assetsync.postgres.embedded;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the programs of one PostgreSQL version, each to its end.
 *
 * <p>PostgreSQL refuses to run as root. For root it is run in a user namespace of its own, where it
 * sees itself as nobody while its files still belong to root.
 */
final class Programs {

  private static final Pattern VERSION = Pattern.compile("\\) (\\d+)");

  /** How a program ended. */
  record Ending(int exitCode, String output) {

    boolean isSuccess() {
      return exitCode == 0;
    }
  }

  private final Path bin;
  private final Path output;
  private final List<String> wrapper;

  /**
   * @param home the unpacked PostgreSQL
   * @param output the file that takes what a program prints. A pipe would not do: on Windows a
   *     started server inherits it and keeps it open
   */
  Programs(Path home, Path output) throws IOException {
    this.bin = home.resolve("bin");
    this.output = output;
    this.wrapper = isRoot() ? List.of("unshare", "-U") : List.of();
    if (!wrapper.isEmpty() && !canUnshare()) {
      throw new EmbeddedDatabaseException(
          "PostgreSQL refuses to run as root, and this machine forbids the user namespace (unshare"
              + " -U) that would help: run Asset Sync as an ordinary user, or use a PostgreSQL"
              + " server of your own.");
    }
  }

  /** Returns the first number of the version, such as 17. */
  int majorVersion() throws IOException {
    Ending ending = run("postgres", "--version");
    Matcher version = VERSION.matcher(ending.output());
    if (!ending.isSuccess() || !version.find()) {
      throw new EmbeddedDatabaseException(
          "The PostgreSQL in " + bin + " does not run on this machine: " + ending.output());
    }
    return Integer.parseInt(version.group(1));
  }

  Ending run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  private boolean isRoot() throws IOException {
    return !Platform.current().isWindows() && run(List.of("id", "-u")).output().equals("0");
  }

  private boolean canUnshare() {
    try {
      Ending ending = run(List.of("unshare", "-U", "id", "-u"));
      return ending.isSuccess() && !ending.output().equals("0");
    } catch (IOException e) {
      return false;
    }
  }

  private Ending run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(Programs::changesBehaviour);
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    int exitCode = waitFor(process);
    // Not by Files, which fails in an interrupted thread.
    try (InputStream in = new FileInputStream(output.toFile())) {
      return new Ending(exitCode, new String(in.readAllBytes(), Charset.defaultCharset()).strip());
    }
  }

  /** Settings meant for another server, and languages in which we could not read the answers. */
  private static boolean changesBehaviour(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("LANG");
  }

  /** Waits though interrupted: half an initdb or a server without a keeper would be worse. */
  private static int waitFor(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
