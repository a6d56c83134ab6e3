package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server program ended, or did not answer, instead of taking connections. */
final class ServerStartException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean portInUse;

  /**
   * @param log where the server wrote its reason
   * @param output what pg_ctl printed
   */
  ServerStartException(Path log, String output) throws IOException {
    this(lines(log), log, output);
  }

  private ServerStartException(List<String> lines, Path log, String output) {
    super(reason(lines, output) + " (more in " + log + ")");
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

  private static String reason(List<String> lines, String output) {
    return lines.stream()
        .filter(line -> line.contains("FATAL: "))
        .reduce((earlier, later) -> later)
        .map(line -> line.replaceFirst(".*FATAL: +", ""))
        .orElse(output.replace('\n', ' '));
  }
}
