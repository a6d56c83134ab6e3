package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.http.HttpCalls.Reply;
import io.assetsync.http.OpenApi.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI document against the calls, against {@code http-api.md} and against itself. */
class OpenApiTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern EXAMPLE =
      Pattern.compile("```http\\n([A-Z]+) (\\S+)\\n\\n(\\d{3})\\n.*?(\\{.*?)```", Pattern.DOTALL);

  private static ServedSync served;
  private static OpenApi api;

  @BeforeAll
  static void serve() {
    served = new ServedSync();
    api = new OpenApi(served.calls().get("/openapi.json").body());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void document_hasExactlyTheCallsThatThereAre() {
    Map<String, String> roles = new TreeMap<>(Map.of("GET /", ""));
    served
        .calls()
        .get("/")
        .json()
        .path("calls")
        .forEach(
            call ->
                roles.put(
                    call.path("method").asText() + " " + call.path("path").asText(),
                    call.path("role").asText("").replace("null", "")));
    Map<String, String> documented = new TreeMap<>();
    api.operations().forEach(operation -> documented.put(operation.name(), operation.role()));

    assertThat(documented).isEqualTo(roles);
  }

  @Test
  void document_isSound() {
    JsonNode document = api.document();
    List<String> ids = document.findValuesAsText("operationId");

    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(document.at("/info/title").isTextual()).isTrue();
    assertThat(document.at("/info/version").isTextual()).isTrue();
    assertThat(ids).doesNotHaveDuplicates().hasSize(api.operations().size());
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
    List<String> tags = document.path("tags").findValuesAsText("name");
    for (Operation operation : api.operations()) {
      assertThat(operation.node().path("tags")).as(operation.name()).hasSize(1);
      assertThat(tags).contains(operation.node().path("tags").path(0).asText());
      assertThat(operation.node().path("summary").asText()).isNotBlank();
      assertThat(operation.node().path("security").isEmpty())
          .as(operation.name())
          .isEqualTo(operation.role().isEmpty());
      assertThat(parameters(operation, "path"))
          .as(operation.name())
          .isEqualTo(
              Pattern.compile("(?<=\\{)\\w+(?=})")
                  .matcher(operation.path())
                  .results()
                  .map(found -> found.group())
                  .toList());
      operation
          .statuses()
          .forEach(
              status ->
                  assertThat(
                          api.resolved(operation.node().path("responses").path(status))
                              .path("description")
                              .asText())
                      .as(operation.name() + " " + status)
                      .isNotBlank());
    }
  }

  @Test
  void document_knowsEachProblem() {
    List<String> types = new ArrayList<>(List.of("about:blank"));
    List.of(ProblemType.values()).forEach(type -> types.add(type.urn()));
    List<String> documented = new ArrayList<>();
    api.document()
        .at("/components/schemas/Problem/properties/type/enum")
        .forEach(type -> documented.add(type.asText()));

    assertThat(documented).containsExactlyElementsOf(types);
  }

  @Test
  void schemas_areThoseOfJsonSchema() {
    var meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    api.document()
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> assertThat(meta.validate(schema.getValue())).as(schema.getKey()).isEmpty());
  }

  @Test
  void parameters_areReadByTheCalls() {
    for (Operation operation : api.operations()) {
      for (String name : parameters(operation, "query")) {
        String path = operation.path().replaceAll("\\{\\w+}", "1") + "?" + name + "=%ff";
        Reply reply =
            operation.method().equals("GET") ? served.calls().get(path) : served.calls().post(path);

        assertThat(reply.status()).as(operation.name() + " " + name).isEqualTo(400);
        assertThat(reply.body()).contains("the parameter " + name);
      }
    }
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @Test
  void examples_areThoseThatAreComparedWithRealAnswers() throws IOException {
    Map<String, JsonNode> shown = new TreeMap<>();
    Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "http-api.md")));
    while (examples.find()) {
      String path =
          examples
              .group(2)
              .replaceFirst("\\?.*", "")
              .replaceFirst("/(runs|assets)/\\d+", "/$1/{id}");
      shown.putIfAbsent(
          examples.group(1) + " " + path + " " + examples.group(3),
          MAPPER.readTree(examples.group(4)));
    }
    List<String> compared = new ArrayList<>();
    for (Operation operation : api.operations()) {
      for (String status : operation.statuses()) {
        for (JsonNode content : api.content(operation, status)) {
          if (content.has("example")) {
            String name = operation.name() + " " + status;
            assertThat(content.path("example")).as(name).isEqualTo(shown.get(name));
            compared.add(name);
          }
        }
      }
    }
    assertThat(compared).hasSizeGreaterThan(12);
  }

  @Test
  void document_saysWhereThePathsBegin() {
    HttpConfig below = HttpConfig.DEFAULT.withReach(Reach.DIRECT.withBasePath("/asset-sync"));
    try (ServedSync moved = new ServedSync(below, SteppingClock.standing(Samples.NOON))) {
      assertThat(server(moved.calls().get("/asset-sync/openapi.json"))).isEqualTo("/asset-sync");
    }
    assertThat(server(served.calls().get("/openapi.json"))).isEqualTo("/");
  }

  @Test
  void page_isServedWithFilesOfItsOwnOnly() {
    Reply page = served.calls().get("/docs");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.response().headers().allValues("Content-Security-Policy"))
        .containsExactly(Gate.PAGE_POLICY);
    assertThat(page.body()).doesNotContain("://", "onclick", "<style", "style=");
    List<String> files =
        Pattern.compile("(?:href|src)=\"([^\"]+)\"")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(files).contains("docs/docs.css", "docs/docs.js", "openapi.json");
    for (String file : files) {
      Reply reply = served.calls().get("/" + file);
      assertThat(reply.status()).as(file).isEqualTo(200);
      assertThat(reply.response().headers().allValues("Cache-Control")).containsExactly("no-cache");
      assertThat(served.calls().get("/" + file, "If-None-Match", reply.header("ETag")).status())
          .isEqualTo(304);
    }
    assertThat(served.calls().get("/docs/openapi.json").status()).isEqualTo(404);
  }

  private static String server(Reply document) {
    return document.json().at("/servers/0/url").asText();
  }

  private static List<String> parameters(Operation operation, String in) {
    return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
        .map(api::resolved)
        .filter(parameter -> parameter.path("in").asText().equals(in))
        .map(parameter -> parameter.path("name").asText())
        .toList();
  }
}
