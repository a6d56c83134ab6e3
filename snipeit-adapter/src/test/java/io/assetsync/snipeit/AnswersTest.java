package io.assetsync.snipeit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.testing.SteppingClock;
import io.assetsync.snipeit.Corpus.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswersTest {

  private static final String JSON = "application/json";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "none",
      value = {
        "200 | application/json | ~~ | {\"total\":0} | none",
        "200 | application/json;charset=utf8 | ~~ | {\"total\":0} | none",
        "200 | Application/JSON | ~~ | [] | none",
        "200 | application/json | ~~ | ~~ | EMPTY",
        "204 | application/json | ~~ | ~~ | EMPTY",
        "200 | application/json | ~~ | <html> | NOT_JSON",
        "200 | text/html | ~~ | {\"total\":0} | NOT_JSON",
        "200 | ~~ | ~~ | {\"total\":0} | NOT_JSON",
        "302 | text/html | http://h/login | <html> | LOGIN_PAGE",
        "302 | text/html | http://h/sub/login?to=x | <html> | LOGIN_PAGE",
        "302 | text/html | http://h/setup | <html> | SETUP_PAGE",
        "301 | text/html | https://h/api/v1/hardware | <html> | REDIRECTED",
        "302 | text/html | ~~ | ~~ | REDIRECTED",
        "304 | text/html | ~~ | ~~ | REDIRECTED",
        "401 | application/json | ~~ | {} | UNAUTHENTICATED",
        "401 | text/html | ~~ | <html> | LOGIN_BEFORE_SNIPE_IT",
        "403 | application/json | ~~ | {} | FORBIDDEN",
        "403 | text/html | ~~ | <html> | FORBIDDEN_BEFORE_SNIPE_IT",
        "404 | application/json | ~~ | {} | UNKNOWN_PATH",
        "404 | text/html | ~~ | <html> | UNKNOWN_PATH",
        "407 | text/html | ~~ | <html> | PROXY_WANTS_LOGIN",
        "408 | text/html | ~~ | <html> | GATEWAY",
        "418 | text/html | ~~ | <html> | UNEXPECTED_STATUS",
        "429 | application/json | ~~ | {} | THROTTLED",
        "429 | text/html | ~~ | <html> | THROTTLED",
        "500 | application/json | ~~ | {} | SERVER_ERROR",
        "500 | text/html | ~~ | <html> | SERVER_ERROR",
        "502 | text/html | ~~ | <html> | GATEWAY",
        "503 | application/json | ~~ | {} | MAINTENANCE",
        "503 | text/html | ~~ | <html> | GATEWAY",
        "504 | text/html | ~~ | ~~ | GATEWAY",
        "520 | text/html | ~~ | ~~ | GATEWAY",
      })
  void trouble_isToldByStatusAndBody(
      int status, String type, String location, String body, @Nullable Trouble trouble) {
    assertThat(Answers.trouble(status, type, location, body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Optional.ofNullable(trouble));
  }

  @Test
  void trouble_ofEveryRecordedFailureIsKnown() {
    Corpus corpus = Corpus.find();
    Map<String, String> found = new TreeMap<>();
    for (Exchange exchange : corpus.exchanges()) {
      if (exchange.status() != 200 && exchange.method().equals("GET")) {
        Optional<Trouble> trouble =
            Answers.trouble(
                exchange.status(),
                exchange.contentType(),
                exchange.location(),
                corpus.bytes(exchange.file()));
        found.merge(
            exchange.status() + (exchange.contentType().startsWith(JSON) ? " JSON" : " HTML"),
            trouble.map(Trouble::name).orElse("none"),
            (one, other) -> one.contains(other) ? one : one + " " + other);
      }
    }

    assertThat(found)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("302 HTML", "LOGIN_PAGE SETUP_PAGE"),
                entry("401 JSON", "UNAUTHENTICATED"),
                entry("403 HTML", "FORBIDDEN_BEFORE_SNIPE_IT"),
                entry("403 JSON", "FORBIDDEN"),
                entry("404 JSON", "UNKNOWN_PATH"),
                entry("429 HTML", "THROTTLED"),
                entry("429 JSON", "THROTTLED"),
                entry("500 HTML", "SERVER_ERROR"),
                entry("500 JSON", "SERVER_ERROR"),
                entry("502 HTML", "GATEWAY"),
                entry("503 HTML", "GATEWAY"),
                entry("503 JSON", "MAINTENANCE")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "none",
      value = {
        "7 | {} | PT7S",
        "0 | {} | PT0S",
        "Wed, 01 Jan 2026 00:00:00 GMT | {} | none",
        "Thu, 01 Jan 2026 00:00:30 GMT | {} | PT30S",
        "Wed, 31 Dec 2025 00:00:30 GMT | {} | PT0S",
        "soon | {} | none",
        "99999999999999999999 | {} | none",
        "~~ | {\"status\":\"error\",\"messages\":\"x\",\"retryAfter\":12} | PT12S",
        "~~ | {\"messages\":429,\"payload\":{\"retryAfter\":9}} | none",
        "~~ | {\"retryAfter\":-5} | PT0S",
        "~~ | <html> | none",
        "~~ | {\"retryAfter | none",
      })
  void retryAfter_isReadFromHeaderOrBody(String header, String body, @Nullable Duration wait) {
    Clock clock = SteppingClock.standing(Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(Answers.retryAfter(header, body.getBytes(StandardCharsets.UTF_8), clock))
        .isEqualTo(Optional.ofNullable(wait));
  }
}
