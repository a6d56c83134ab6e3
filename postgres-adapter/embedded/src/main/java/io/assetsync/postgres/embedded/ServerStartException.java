package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The server program ended, or did not answer, instead of taking connections. */
final class ServerStartException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean portInUse;

  /**
   * @param log where the server wrote its reason
   * @param exitCode of pg_ctl
   */
  ServerStartException(Path log, int exitCode) throws IOException {
    this(lines(log), log, exitCode);
  }

  private ServerStartException(List<String> lines, Path log, int exitCode) {
    super(reason(lines, exitCode) + " (more in " + log + ")");
    this.portInUse = lines.stream().anyMatch(line -> line.contains("could not bind"));
  }

  boolean isPortInUse() {
    return portInUse;
  }

  private static List<String> lines(Path log) throws IOException {
    if (Files.notExists(log)) {
      return List.of();
    }
    return new String(Files.readAllBytes(log), Charset.defaultCharset()).lines().toList();
  }

  /** The fatal line and the one before it, which tends to have the detail. */
  private static String reason(List<String> lines, int exitCode) {
    for (int last = lines.size() - 1; last >= 0; last--) {
      if (lines.get(last).contains("FATAL: ")) {
        return lines.subList(Math.max(0, last - 1), last + 1).stream()
            .map(line -> line.replaceFirst("^.*?[A-Z]: +", ""))
            .collect(Collectors.joining("; "));
      }
    }
    return "pg_ctl ended with code " + exitCode;
  }
}
