package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
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
  private final List<String> wrapper;

  /**
   * @param home the unpacked PostgreSQL
   */
  Programs(Path home) throws IOException {
    this.bin = home.resolve("bin");
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

  /** Runs a program that leaves no other running. */
  Ending run(String program, String... arguments) throws IOException {
    return run(command(program, arguments));
  }

  /**
   * Runs a program that may leave another running, which would inherit a pipe and keep it open.
   *
   * @return the exit code; what it prints is lost
   */
  int launch(String program, String... arguments) throws IOException {
    Process process =
        prepare(command(program, arguments))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return waitFor(process);
  }

  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(wrapper);
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean isRoot() throws IOException {
    return !Platform.current().isWindows() && run(List.of("id", "-u")).output().equals("0");
  }

  private static boolean canUnshare() {
    try {
      Ending ending = run(List.of("unshare", "-U", "id", "-u"));
      return ending.isSuccess() && !ending.output().equals("0");
    } catch (IOException e) {
      return false;
    }
  }

  private static Ending run(List<String> command) throws IOException {
    Process process = prepare(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream in = process.getInputStream()) {
      String output = new String(in.readAllBytes(), Charset.defaultCharset()).strip();
      return new Ending(waitFor(process), output);
    }
  }

  private static ProcessBuilder prepare(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(Programs::changesBehaviour);
    builder.environment().put("LC_ALL", "C");
    return builder;
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
