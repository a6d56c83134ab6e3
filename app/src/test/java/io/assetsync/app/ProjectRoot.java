package io.assetsync.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of the whole project, wherever a test is started. */
final class ProjectRoot {

  private ProjectRoot() {}

  static Path path() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("asset-sync"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
