package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, no answer blames the server, shows a trace or starts a run. */
class HostileRequestsTest {

  private static final String HOST = "Host: 127.0.0.1\r\n";
  private static final String END = "Connection: close\r\n\r\n";

  private static ServedSync served;

  @BeforeAll
  static void serve() {
    served = new ServedSync();
  }

  @AfterAll
  static void close() {
    served.close();
  }

  static Stream<String> targets() {
    return Stream.of(
        "/%zz",
        "/%",
        "/%00",
        "/sync/runs/%00",
        "/sync/runs/%2e%2e/%2e%2e/etc/passwd",
        "/../../../../etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/..\\..\\windows\\win.ini",
        "/sync/runs/..;/..;/",
        "/sync/runs/%c0%ae%c0%ae",
        "/sync/runs/%ff%fe",
        "/sync/runs/1;jsessionid=2",
        "/sync/runs/%F0%9F%98%80",
        "/sync/runs/" + "9".repeat(3000),
        "/sync/runs?limit=%zz",
        "/sync/runs?limit=1%0d%0aSet-Cookie:x",
        "/sync/runs?" + "a=b&".repeat(1000),
        "/sync/now?wait=\u00e4",
        "/?<script>alert(1)</script>",
        "/health//ready",
        "//evil.example/sync",
        "http://evil.example/sync/schedule",
        "http:///",
        "*",
        "",
        "127.0.0.1:80",
        "/favicon.ico",
        "/WEB-INF/web.xml",
        "/" + "a/".repeat(3000));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void target_isAnsweredCleanly(String target) {
    for (String method :
        List.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "CONNECT", "PROPFIND")) {
      assertClean(send(method + " " + target + " HTTP/1.1\r\n" + HOST + END));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:abc\r\nConnection: close\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "G\u0000T / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX\u0001: y\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n folded: y\r\nConnection: close\r\n\r\n",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Encoding: gzip\r\n"
            + "Content-Type: application/json; charset=nonsense\r\nContent-Length: 2\r\n"
            + "Connection: close\r\n\r\n{\"",
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 200-maybe\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n"
            + "Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nRange: bytes=9-1\r\nAccept: %%%/;;q=x\r\n"
            + "Accept-Encoding: gzip;q=abc\r\nCookie: =;;\u0000\r\nConnection: close\r\n\r\n",
      })
  void request_thatBreaksTheRulesIsAnsweredCleanly(String request) {
    assertClean(send(request));
  }

  @Test
  void headers_thatAreTooLargeAreRefusedInJson() {
    RawCall call = send("GET / HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(9000) + "\r\n" + END);

    assertThat(call.status()).isEqualTo(431);
    assertThat(call.answer()).contains("urn:asset-sync:problem:headers-too-large");
  }

  @Test
  void address_thatIsTooLongIsRefusedInJson() {
    RawCall call = send("GET /" + "x".repeat(9000) + " HTTP/1.1\r\n" + HOST + END);

    assertThat(call.status()).isEqualTo(414);
    assertThat(call.answer()).contains("urn:asset-sync:problem:uri-too-long");
  }

  @Test
  void nonsense_isAnsweredCleanly() {
    Random random = new Random(20250131);
    for (int i = 0; i < 300; i++) {
      assertClean(send(nonsense(random)));
    }
  }

  /** Shuffles the words of requests, and then damages a few characters. */
  private static String nonsense(Random random) {
    List<String> words =
        List.of(
            "GET",
            "POST",
            " ",
            "/",
            "sync",
            "/now",
            "runs",
            "?wait=",
            "%",
            "2e",
            "HTTP/1.1",
            "\r\n",
            "Host: 127.0.0.1",
            "Content-Length: ",
            "7",
            "chunked",
            "Transfer-Encoding: ",
            "{",
            "}",
            "\"",
            "\u0000",
            "\u00ff",
            ":",
            ";",
            "Connection: close",
            "Origin: x",
            "\t");
    StringBuilder request = new StringBuilder("GET /" + words.get(random.nextInt(words.size())));
    IntStream.range(0, random.nextInt(30))
        .forEach(i -> request.append(words.get(random.nextInt(words.size()))));
    List<Integer> damaged = new ArrayList<>();
    random.ints(3, 0, request.length()).forEach(damaged::add);
    damaged.forEach(at -> request.setCharAt(at, (char) random.nextInt(256)));
    return request + "\r\n" + END;
  }

  private static RawCall send(String request) {
    return RawCall.send(served.calls().port(), request);
  }

  /** Some requests deserve no answer but the end of the connection. */
  private static void assertClean(RawCall call) {
    assertThat(call.status()).isLessThan(500);
    assertThat(call.answer())
        .doesNotContain("Exception", "\tat ", "io.assetsync", "org.eclipse", "spark", "<html");
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }
}
