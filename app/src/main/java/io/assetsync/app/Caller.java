package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What whoever calls a command gives to it.
 *
 * @param environment variables by name
 * @param directory where {@code .env} may be, and what relative paths start from
 * @param out takes results
 * @param err takes what went wrong
 */
record Caller(Map<String, String> environment, Path directory, PrintStream out, PrintStream err) {

  Caller {
    environment = Map.copyOf(environment);
    requireNonNull(directory, "directory");
    requireNonNull(out, "out");
    requireNonNull(err, "err");
  }

  static Caller ofProcess() {
    return new Caller(System.getenv(), Path.of("").toAbsolutePath(), System.out, System.err);
  }
}
