package io.assetsync.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps what commands and processes under test have printed in {@code target/printed}, which {@link
 * PrintedSecretsCheck} reads after all tests.
 */
final class Printed {

  static final Path DIRECTORY = ProjectRoot.path().resolve("app/target/printed");

  private Printed() {}

  static void keep(String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(Files.createTempFile(DIRECTORY, "printed", ".log"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
