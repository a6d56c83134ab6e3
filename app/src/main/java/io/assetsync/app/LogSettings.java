package io.assetsync.app;

import io.assetsync.app.logging.LogConfig;
import io.assetsync.app.logging.LogFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what is configured about the log. */
final class LogSettings {

  private static final Path ANY_PATH = Path.of("asset-sync.log");

  private LogSettings() {}

  static LogConfig read(Settings settings, Path directory) {
    return new LogConfig(
        settings.get(Key.LOG_LEVEL, Parse::level),
        settings.get(Key.LOG_FORMAT, Parse::logFormat),
        files(settings, directory));
  }

  private static Optional<LogFiles> files(Settings settings, Path directory) {
    LogFiles files =
        settings.get(Key.LOG_FILE_SIZE, text -> new LogFiles(ANY_PATH, Parse.bytes(text), 2));
    files =
        settings.change(files, Key.LOG_FILE_COUNT, (f, text) -> f.withMaxFiles(Parse.number(text)));
    LogFiles limits = files;
    return settings.find(
        Key.LOG_FILE,
        text ->
            new LogFiles(
                file(directory.resolve(Parse.path(text))), limits.maxBytes(), limits.maxFiles()));
  }

  private static Path file(Path path) {
    if (Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          "\""
              + path
              + "\" is a directory; expected the name of a file, such as logs/asset-sync.log");
    }
    return path;
  }
}
