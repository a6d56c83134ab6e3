package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assetsync.app.Site.Ending;
import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line that is logged between the start and the end of a run tells which run it is. */
final class RunIdIT {

  @TempDir private Path directory;

  @AutoClose private final TestDatabase database = TestDatabase.create();
  @AutoClose private Site site;

  @BeforeEach
  void open() {
    site = new Site(directory, 60);
  }

  @Test
  void lineOfARun_hasItsId() throws IOException {
    site.snipeIt().inject(Fault.serverError().times(2));

    Ending ending =
        site.run(
            database,
            Map.of(
                "LOG_FORMAT", "json",
                "LOG_LEVEL", "TRACE",
                "SNIPEIT_ATTEMPTS", "4",
                "SNIPEIT_PAGE_SIZE", "7",
                "SNIPEIT_PARALLEL_CALLS", "4"),
            "sync");

    assertThat(ending.code()).isZero();
    List<JsonNode> lines = lines(ending.err());
    int start = index(lines, "Run 1 starts");
    int end = index(lines, "Run 1 applied");
    assertThat(end - start).isGreaterThan(50);
    assertThat(lines.subList(start, end + 1))
        .allSatisfy(line -> assertThat(line.path("run").asText()).isEqualTo("1"))
        .anySatisfy(line -> assertThat(line.path("thread").asText()).isEqualTo("snipe-it-reader"))
        .anySatisfy(line -> assertThat(line.path("message").asText()).startsWith("Attempt 1 of 4"));
  }

  @Test
  void runOfManyKinds_isAboutTenLines() throws IOException {
    Ending ending = site.run(database, Map.of("LOG_FORMAT", "json"), "sync");

    List<JsonNode> lines = lines(ending.err());
    assertThat(index(lines, "Run 1 applied") - index(lines, "Run 1 starts")).isBetween(5, 11);
  }

  private static List<JsonNode> lines(String log) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : log.lines().toList()) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }

  private static int index(List<JsonNode> lines, String beginning) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).path("message").asText().startsWith(beginning)) {
        return i;
      }
    }
    throw new AssertionError("nothing begins with " + beginning + " in " + lines);
  }
}
