package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assetsync.snipeit.standin.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the health calls of the whole service tell. */
final class HealthIT {

  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @TempDir private Path directory;

  private ServedSite served;

  @BeforeEach
  void serve() {
    served = new ServedSite(directory, Map.of());
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void everyPart_isDocumentedAndUp() throws IOException {
    String page = Files.readString(ProjectRoot.path().resolve("docs/http-api.md"));
    String section = page.substring(page.indexOf("### `GET /health`"));
    section = section.substring(0, section.indexOf("```"));
    List<String> documented =
        DOCUMENTED.matcher(section).results().map(found -> found.group(1)).toList();

    HttpResponse<String> health = served.get("/health");

    assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    assertThat(checks(health).findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(documented)
        .contains("freshness", "schedule");
    assertThat(checks(health).findValuesAsText("status")).containsOnly("up");
  }

  @Test
  void stoppedSchedule_isUpAndSaysByWhom() throws IOException {
    assertThat(detail("schedule")).contains("next is Asset Sync 03:00");

    served.post("/sync/scheduler/stop");

    assertThat(detail("schedule")).startsWith("stopped at ").contains(" by ");
    assertThat(served.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void sourceThatRefuses_isDownButCallsCanBeServed() throws IOException {
    served.site().snipeIt().inject(Fault.unauthorized().always());

    assertThat(served.get("/health").statusCode()).isEqualTo(503);
    assertThat(detail("snipe-it")).contains("token");
    assertThat(served.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(checks(served.get("/health/ready")).findValuesAsText("name"))
        .containsExactly("database");
  }

  private String detail(String part) throws IOException {
    for (JsonNode check : checks(served.get("/health"))) {
      if (check.path("name").asText().equals(part)) {
        return check.path("detail").asText();
      }
    }
    throw new AssertionError("no check is called " + part);
  }

  private static JsonNode checks(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body()).path("checks");
  }
}
