package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.http.HttpCalls.Reply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request, told by problem documents. */
class ProblemsTest {

  private static final String JSON = "application/json";

  private static ServedSync served;
  private static HttpCalls calls;

  @BeforeAll
  static void serve() {
    served = new ServedSync();
    calls = served.calls();
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void problem_hasAllItsParts() {
    Reply reply = calls.get("/nowhere", "X-Request-Id", "7");

    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.body())
        .isEqualTo(
            "{\"type\":\"urn:asset-sync:problem:not-found\","
                + "\"title\":\"There is no such resource\",\"status\":404,"
                + "\"detail\":\"no call has this path; GET / lists the calls\","
                + "\"request_id\":\"7\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sync/", "/Sync", "/sync/runs/1/", "/sync/runs/", "/index.html"})
  void path_thatIsNotOursIsNotFound(String path) {
    assertThat(calls.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /sync, POST",
    "GET, /sync/now, POST",
    "HEAD, /sync, POST",
    "POST, /sync/schedule, 'GET, HEAD'",
    "DELETE, /sync/runs/1, 'GET, HEAD'",
    "PUT, /, 'GET, HEAD'",
    "OPTIONS, /sync, POST",
    "PATCH, /health, 'GET, HEAD'",
    "BREW, /sync, POST",
    "before, /sync, POST",
    "get, /sync/schedule, 'GET, HEAD'",
  })
  void method_thatIsNotKnownIsNotAllowed(String method, String path, String allowed) {
    Reply reply = calls.send(method, path, BodyPublishers.noBody());

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " { } ", ""})
  void body_mayBeEmpty(String body) {
    Reply reply = calls.postBody("/sync/scheduler/stop", body, "Content-Type", JSON);

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void body_mayBeOfAnyTypeIfThereIsNone() {
    Reply reply =
        calls.postBody(
            "/sync/scheduler/stop", "", "Content-Type", "application/x-www-form-urlencoded");

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void body_withUnknownFieldsIsRefusedByName() {
    Reply reply =
        calls.postBody(
            "/sync",
            "{\"moed\":\"full\",\"x\":1}",
            "Content-Type",
            "Application/JSON; charset=utf-8");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo("the body has fields that this call does not know: moed, x");
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "{", "{}{}", "\"a\"", "{\"a\":}", "\u0000"})
  void body_thatIsNoObjectIsRefused(String body) {
    Reply reply = calls.postBody("/sync", body, "Content-Type", JSON);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo("the body must be empty or one JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void body_ofAnotherTypeIsUnsupported(String type) {
    Reply reply = calls.postBody("/sync", "{}", "Content-Type", type);

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void body_withoutATypeIsUnsupported() {
    assertThat(calls.postBody("/sync", "{}").status()).isEqualTo(415);
  }

  @Test
  void body_thatIsTooLargeIsRefused() {
    Reply reply = calls.postBody("/sync", " ".repeat(16 * 1024 + 1), "Content-Type", JSON);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.problem()).isEqualTo("body-too-large");
  }

  @Test
  void body_thatIsTooLargeInChunksIsRefused() {
    byte[] chunk = new byte[64 * 1024];
    Supplier<InputStream> endless = () -> new ByteArrayInputStream(chunk);

    Reply reply =
        calls.send("POST", "/sync", BodyPublishers.ofInputStream(endless), "Content-Type", JSON);

    assertThat(reply.status()).isEqualTo(413);
  }

  @Test
  void internalError_saysNothingButItsIdAndIsLogged() {
    try (LogLines log = new LogLines(Failures.class)) {
      served.trigger().close();

      Reply reply = calls.post("/sync", "X-Request-Id", "job-9");

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.json().path("detail").asText())
          .isEqualTo("the log has the details under the request's id");
      assertThat(log.lines()).containsExactly("ERROR A call failed");
      assertThat(log.contexts().get(0)).containsExactly("job-9");
    }
  }

  @Test
  void index_listsTheCalls() {
    Reply reply = calls.get("/");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("service").asText()).isEqualTo("asset-sync");
    assertThat(reply.json().path("version").asText()).isNotEmpty();
    assertThat(reply.json().path("calls").findValuesAsText("path"))
        .contains("/sync/now", "/sync/runs/{id}", "/health");
  }
}
