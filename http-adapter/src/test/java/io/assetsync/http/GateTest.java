package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.assetsync.http.HttpCalls.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

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
  void requestId_isEchoed() {
    Reply reply = calls.get("/nowhere", "X-Request-Id", "job-7.a:B_2");

    assertThat(reply.header("X-Request-Id")).isEqualTo("job-7.a:B_2");
    assertThat(reply.json().path("request_id").asText()).isEqualTo("job-7.a:B_2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has space",
        "<script>",
        "a\"b",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      })
  void requestId_thatIsNoneIsReplaced(String id) {
    Reply reply = calls.get("/health/live", "X-Request-Id", id);

    assertThat(reply.header("X-Request-Id")).matches("[0-9a-f-]{36}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sync/schedule", "/nowhere", "/sync/runs/x", "/sync/runs/1%00"})
  void everyAnswer_hasTheHeadersThatBrowsersObey(String path) {
    Reply reply = calls.get(path);

    Gate.HEADERS.forEach((name, value) -> assertThat(reply.header(name)).isEqualTo(value));
    assertThat(reply.header("X-Request-Id")).isNotEmpty();
    assertThat(reply.header("Content-Type")).startsWith("application/");
    assertThat(reply.header("Server")).isEmpty();
    assertThat(reply.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "http://localhost"})
  void stateChange_fromAnotherOriginIsForbidden(String origin) {
    Reply reply = calls.post("/sync/scheduler/start", "Origin", origin);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.problem()).isEqualTo("cross-origin");
    assertThat(served.schedule().running()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "whatever"})
  void stateChange_fromAnotherSiteIsForbidden(String site) {
    assertThat(calls.post("/sync/scheduler/stop", "Sec-Fetch-Site", site).status()).isEqualTo(403);
  }

  @Test
  void stateChange_fromItsOwnPageIsAllowed() {
    Reply reply =
        calls.post(
            "/sync/scheduler/stop",
            "Origin",
            "http://127.0.0.1:" + calls.port(),
            "Sec-Fetch-Site",
            "same-origin");

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void reading_fromAnotherOriginIsAnsweredWithoutLeave() {
    Reply reply = calls.get("/sync/schedule", "Origin", "http://evil.example");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "127.0.0.1:8000, 200",
    "127.8.9.10, 200",
    "localhost, 200",
    "LOCALHOST:80, 200",
    "[::1]:8000, 200",
    "evil.example, 421",
    "127.0.0.1.evil.example, 421",
    "localhost.evil.example:8000, 421",
    "192.168.0.1, 421",
    "[::2], 421",
  })
  void host_mustBeThisMachine(String host, int status) {
    assertThat(RawCall.get(calls.port(), "/health/live", host).status()).isEqualTo(status);
  }

  @Test
  void forwardedHost_isNotBelieved() {
    RawCall call =
        RawCall.send(
            calls.port(),
            "GET /health/live HTTP/1.1\r\nHost: evil.example\r\n"
                + "X-Forwarded-Host: localhost\r\nForwarded: host=localhost\r\n"
                + "Connection: close\r\n\r\n");

    assertThat(call.status()).isEqualTo(421);
  }

  @Test
  void methodOverride_isRefused() {
    Reply reply = calls.get("/sync/now", "X-HTTP-Method-Override", "POST");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sync/schedule", "/health", "/sync/runs"})
  void head_answersAsGetWithoutABody(String path) {
    Reply get = calls.get(path);
    Reply head = calls.send("HEAD", path, BodyPublishers.noBody());

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    assertThat(head.body()).isEmpty();
  }

  @Test
  void head_ofAnUnknownRunIsNotFound() {
    assertThat(calls.send("HEAD", "/sync/runs/9", BodyPublishers.noBody()).status()).isEqualTo(404);
  }

  @Test
  void eachRequest_isLoggedAtDebugUnderItsId() {
    try (LogLines log = new LogLines(Gate.class, Level.DEBUG)) {
      calls.get("/sync/runs?limit=5", "X-Request-Id", "job-8");

      assertThat(log.lines())
          .singleElement()
          .asString()
          .matches("DEBUG GET /sync/runs 200 \\d+ ms");
      assertThat(log.contexts()).containsExactly(Set.of("job-8"));
    }
  }
}
