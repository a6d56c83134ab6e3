package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fact on the page about Snipe-IT has a test, which exists. */
final class SnipeItPageTest {

  private static final Pattern NAME = Pattern.compile("`(\\w+\\.\\w+)`");
  private static final Pattern TEST =
      Pattern.compile("@(?:Parameterized)?Test\\b.*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final int MODULE_DEPTH = 5;

  @Test
  void fact_hasATest() throws IOException {
    List<String> rows = rows();

    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(rows).allSatisfy(row -> assertThat(testsOf(row)).as(row).isNotEmpty());
  }

  @Test
  void testThatIsNamed_exists() throws IOException {
    Set<String> named = new TreeSet<>();
    rows().forEach(row -> named.addAll(testsOf(row)));

    named.removeAll(existing());
    assertThat(named).as("named on the page, and nowhere in the sources").isEmpty();
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(ProjectRoot.path().resolve("docs/snipe-it.md")).stream()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| fact |"))
        .toList();
  }

  /** Returns the names in the last column. */
  private static List<String> testsOf(String row) {
    String[] cells = row.split(" \\| ", -1);
    assertThat(cells).as(row).hasSize(3);
    return NAME.matcher(cells[2]).results().map(name -> name.group(1)).toList();
  }

  private static Set<String> existing() throws IOException {
    Set<String> existing = new TreeSet<>();
    try (Stream<Path> modules =
        Files.find(ProjectRoot.path(), MODULE_DEPTH, (path, its) -> path.endsWith(TESTS))) {
      for (Path module : modules.toList()) {
        addTests(module, existing);
      }
    }
    return existing;
  }

  private static void addTests(Path module, Set<String> existing) throws IOException {
    try (Stream<Path> files = Files.walk(module)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String type = file.getFileName().toString().replace(".java", ".");
        TEST.matcher(Files.readString(file))
            .results()
            .forEach(test -> existing.add(type + test.group(1)));
      }
    }
  }
}
