package io.assetsync.http;

import java.util.List;
import java.util.Random;

/**
 * Makes requests of parts that are right more often than not, so that many get far, and then
 * damages some. The same seed makes the same requests.
 */
final class RandomRequests {

  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "get",
          "\u00e9");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/sync",
          "/sync/now",
          "/sync/preview",
          "/sync/runs",
          "/sync/runs/1",
          "/sync/runs/1/changes",
          "/assets",
          "/assets/17",
          "/assets/17/changes",
          "/sync/totals",
          "/sync/runs/1/approval",
          "/sync/runs/1/cancellation",
          "/sync/status",
          "/sync/events",
          "/sync/schedule",
          "/sync/scheduler/start",
          "/health",
          "/metrics",
          "/session",
          "/sign-in",
          "/sign-out",
          "/openapi.json",
          "/docs",
          "/docs/docs.js");

  private static final List<String> ODD_PARTS =
      List.of(
          "%2e",
          "%2e%2e",
          "..",
          ".",
          "//",
          "%2f",
          "%5c",
          "\\",
          "%00",
          "%0d%0a",
          ";a=b",
          "%",
          "%zz",
          "%c0%ae",
          "%ff",
          "%F0%9F%98%80",
          "\u00fc",
          "~",
          "*",
          "0",
          "-1",
          "99999999999999999999",
          "'",
          "\"",
          "<b>",
          "${x}",
          "{id}",
          ":id",
          "#a",
          "?",
          "&",
          "=",
          " ",
          "\t");

  private static final List<String> PARAMETERS =
      List.of(
          "limit",
          "before",
          "outcome",
          "type",
          "operation",
          "text",
          "after",
          "wait",
          "mode",
          "accept_source",
          "x",
          "");

  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "5",
          "asset",
          "created",
          "full",
          "true",
          "held",
          "Y29tcGFueSBDUkVBVEVEIDI",
          "%00",
          "%27%3bdrop",
          "%ff",
          "a+b",
          "%25",
          "\u00e4",
          "");

  private static final List<String> HEADERS =
      List.of(
          "Accept: */*",
          "Accept: text/html;q=0.9, %%",
          "Accept-Encoding: gzip, br",
          "Content-Type: application/json",
          "Content-Type: application/json; charset=utf-16",
          "Content-Type: multipart/form-data; boundary=x",
          "Content-Type: \u00ff",
          "Content-Encoding: gzip",
          "Expect: 100-continue",
          "Range: bytes=0-1",
          "If-None-Match: *",
          "If-Modified-Since: yesterday",
          "Cookie: asset_sync_session=a.b.c",
          "Cookie: =\u0000;;",
          "Authorization: Bearer x",
          "Authorization: Basic \u00e9",
          "Origin: http://127.0.0.1",
          "Origin: null",
          "Sec-Fetch-Site: cross-site",
          "X-Request-Id: job-7",
          "X-Request-Id: <script>",
          "X-Forwarded-For: 1.2.3.4, ::1",
          "X-Forwarded-Prefix: /../x",
          "Forwarded: for=\"[::1]\";host=x",
          "X-HTTP-Method-Override: POST",
          "Last-Event-ID: 9",
          "Upgrade: h2c",
          "Connection: upgrade",
          "Transfer-Encoding: identity",
          "TE: trailers",
          "Content-Length: 3",
          "Content-Length: -1",
          ": empty",
          "No-Colon");

  private static final List<String> BODIES =
      List.of(
          "",
          "",
          "{}",
          "{",
          "[]",
          "{\"token\":\"x\"}",
          "{\"token\":1}",
          "{\"a\":{\"a\":1}}",
          "\u0000\u00ff",
          "nonsense",
          "\"\\ud800\"",
          "[".repeat(5000),
          " ".repeat(20_000));

  private final Random random;

  RandomRequests(long seed) {
    random = new Random(seed);
  }

  /** Returns bytes as characters of ISO 8859-1: one request, sometimes some or a piece of one. */
  String next() {
    StringBuilder request = new StringBuilder();
    while (chance(10)) {
      request.append(one("keep-alive"));
    }
    request.append(one("close"));
    while (chance(15)) {
      request.setCharAt(random.nextInt(request.length()), (char) random.nextInt(256));
    }
    if (chance(10)) {
      request.setLength(random.nextInt(request.length()));
    }
    return request.toString();
  }

  private String one(String connection) {
    String body = any(BODIES);
    StringBuilder request = new StringBuilder();
    request.append(any(METHODS)).append(' ').append(target());
    request.append(chance(5) ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    request.append(chance(5) ? "Host: evil.example\r\n" : "Host: 127.0.0.1\r\n");
    while (chance(50)) {
      request.append(any(HEADERS)).append("\r\n");
    }
    if (!body.isEmpty() && chance(70)) {
      request.append("Content-Type: application/json\r\n");
    }
    request.append("Connection: ").append(connection).append("\r\n");
    if (body.isEmpty()) {
      return request.append("\r\n").toString();
    }
    return chance(50)
        ? request + "Content-Length: " + body.length() + "\r\n\r\n" + body
        : request + "Transfer-Encoding: chunked\r\n\r\n" + chunked(body);
  }

  private String target() {
    StringBuilder target = new StringBuilder(any(PATHS));
    while (chance(20)) {
      target.insert(random.nextInt(target.length() + 1), any(ODD_PARTS));
    }
    if (chance(2)) {
      target.append("/x".repeat(random.nextInt(6000)));
    }
    char separator = '?';
    while (chance(40)) {
      target.append(separator).append(any(PARAMETERS)).append('=').append(any(VALUES));
      separator = '&';
    }
    return target.toString();
  }

  private String chunked(String body) {
    int half = random.nextInt(body.length() + 1);
    return chunk(body.substring(0, half)) + chunk(body.substring(half)) + "0\r\n\r\n";
  }

  private static String chunk(String part) {
    return part.isEmpty() ? "" : Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
