package io.assetsync.app.logging;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.Level;
import java.util.Optional;

/**
 * What is logged, and how.
 *
 * @param level how much this program tells; libraries keep to warnings
 * @param files where the log is kept besides stderr; empty for nowhere
 */
public record LogConfig(Level level, LogFormat format, Optional<LogFiles> files) {

  public LogConfig {
    requireNonNull(level, "level");
    requireNonNull(format, "format");
    requireNonNull(files, "files");
  }
}
