package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assetsync.core.health.Health;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.testing.FixedProbe;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.Samples;
import io.assetsync.http.HttpCalls.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/http-api.md} against the calls, the problems and real answers. */
class HttpApiDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "http-api.md");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A request, and after an empty line the status, perhaps headers, and the body. */
  private static final Pattern EXAMPLE =
      Pattern.compile("```http\\n([A-Z]+ \\S+)\\n\\n(\\d{3})\\n(.*?)(\\{.*?)```", Pattern.DOTALL);

  private final Gate gate = new Gate();
  private final ServedSync served =
      new ServedSync(
          new FixedProbe("database", Health.up("PostgreSQL 17.11, schema asset_sync")),
          new FixedProbe("snipe-it", Health.down("assets.example.org does not answer")));
  private final Map<String, Reply> answers = new LinkedHashMap<>();
  private String document;

  @BeforeEach
  void read() throws IOException {
    document = Files.readString(DOCUMENT);
  }

  @AfterEach
  void close() {
    gate.open();
    served.close();
  }

  @Test
  void document_describesEachCall() {
    for (JsonNode call : served.calls().get("/").json().path("calls")) {
      assertThat(document)
          .contains(
              "\n### `%s %s`\n"
                  .formatted(call.path("method").asText(), call.path("path").asText()));
    }
  }

  @Test
  void document_listsEachProblem() {
    for (ProblemType type : ProblemType.values()) {
      assertThat(document)
          .contains(
              "| `%s` | %d |"
                  .formatted(type.urn().replace("urn:asset-sync:problem:", ""), type.status()));
    }
  }

  @Test
  void document_showsRealAnswers() throws IOException {
    answer();
    Matcher examples = EXAMPLE.matcher(document);
    while (examples.find()) {
      String example = examples.group(1) + " " + examples.group(2);
      Reply reply = answers.remove(example);

      assertThat(reply).as(example).isNotNull();
      assertThat(comparable(reply.json()))
          .as(example)
          .isEqualTo(comparable(MAPPER.readTree(examples.group(4))));
      assertThat(reply.header("Location").isEmpty())
          .as(example)
          .isEqualTo(!examples.group(3).contains("Location: " + reply.header("Location")));
    }
    assertThat(answers.keySet()).as("answers that the document does not show").isEmpty();
  }

  /** Does what the document tells, in its order. */
  private void answer() {
    served.sync().source().lists(CompanyAttributes.TYPE, Samples.companies(1, 2, 3));
    ask("POST", "/sync/now");
    served
        .sync()
        .source()
        .lists(CompanyAttributes.TYPE, Samples.companies(1, 2))
        .ends(CompanyAttributes.TYPE, new Completeness.Incomplete("2 of 3 rows came"));
    ask("POST", "/sync/now");
    ask("GET", "/sync/runs/2");
    ask("POST", "/sync/runs/2/approval");
    ask("GET", "/sync/runs?limit=1");
    ask("GET", "/sync/runs/1/changes?limit=2");
    served.estate().fill();
    ask("GET", "/sync/totals");
    ask("GET", "/assets?limit=1&text=laptop");
    ask("GET", "/assets/17");
    ask("GET", "/assets/17/changes");
    served.sync().source().before(CompanyAttributes.TYPE, 1, gate::pass);
    ask("POST", "/sync");
    gate.awaitArrival();
    ask("POST", "/sync/now");
    await().until(() -> !status().at("/active_run/phase").isNull());
    ask("GET", "/sync/status");
    ask("POST", "/sync/runs/3/cancellation");
    gate.open();
    await().until(() -> status().path("active_run").isNull());
    ask("POST", "/sync/preview");
    ask("POST", "/sync/scheduler/start");
    ask("GET", "/sync/schedule");
    ask("POST", "/sync/scheduler/stop");
    ask("GET", "/health");
    ask("GET", "/health/live");
    ask("GET", "/health/ready");
    ask("GET", "/");
    ask("GET", "/sync/runs/999");
  }

  private JsonNode status() {
    return served.calls().get("/sync/status").json();
  }

  private void ask(String method, String path) {
    Reply reply =
        method.equals("GET")
            ? served.calls().get(path, "X-Request-Id", "nightly-check-7")
            : served.calls().post(path, "X-Request-Id", "nightly-check-7");
    answers.put(method + " " + path + " " + reply.status(), reply);
  }

  /**
   * The version is the build's, how long phases took is the machine's, and the list of calls is
   * compared by its headings.
   */
  private static JsonNode comparable(JsonNode body) {
    body.findValues("phases").forEach(phases -> ((ObjectNode) phases).removeAll());
    if (body.has("version")) {
      ((ObjectNode) body).remove("version");
      ((ObjectNode) body).remove("calls");
    }
    return body;
  }
}
