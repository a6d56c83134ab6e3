package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that the tests of all modules printed holds one of their secrets. Maven runs it after all
 * of them; where only some modules are built, it reads what those printed.
 */
final class PrintedSecretsCheck {

  private static final Path ROOT = ProjectRoot.path();

  @Test
  void whatAllTestsPrinted_hasNoSecretOfTheirs() throws IOException {
    List<Path> files = new ArrayList<>(reports());
    files.addAll(filesIn(Printed.DIRECTORY));

    List<String> leaks = new ArrayList<>();
    for (Path file : files) {
      int lines = SecretSearch.linesWithMark(text(file)).size();
      if (lines > 0) {
        leaks.add(lines + " lines of " + ROOT.relativize(file));
      }
    }

    assertThat(files).as("reports of tests").isNotEmpty();
    assertThat(leaks).as("what holds a secret, among %s files", files.size()).isEmpty();
  }

  /** Those of surefire and failsafe have what the tests printed. */
  private static List<Path> reports() throws IOException {
    List<Path> reports = new ArrayList<>();
    for (Path module : modules()) {
      reports.addAll(filesIn(module.resolve("target/surefire-reports")));
      reports.addAll(filesIn(module.resolve("target/failsafe-reports")));
    }
    return reports;
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> paths = Files.walk(ROOT, 2)) {
      return paths.filter(path -> Files.exists(path.resolve("pom.xml"))).toList();
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Whatever a test printed, each byte is a character. */
  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
