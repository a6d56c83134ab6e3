package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Tells by status, headers and first byte what an answer is. Status 200 alone means nothing. */
final class Answers {

  private static final String JSON_TYPE = "application/json";

  private Answers() {}

  /**
   * Returns what is wrong with an answer, or empty if its body is worth decoding.
   *
   * @param contentType empty if there is none
   * @param location empty if there is none
   */
  static Optional<Trouble> trouble(int status, String contentType, String location, byte[] body) {
    boolean isJson = isJson(contentType, body);
    if (status >= 200 && status < 300) {
      if (body.length == 0) {
        return Optional.of(Trouble.EMPTY);
      }
      return isJson ? Optional.empty() : Optional.of(Trouble.NOT_JSON);
    }
    if (status >= 300 && status < 400) {
      return Optional.of(redirect(location));
    }
    return Optional.of(refusal(status, isJson));
  }

  /** Returns how long the server asks to wait: in a header, or as newer versions do in the body. */
  static Optional<Duration> retryAfter(String header, byte[] body, Clock clock) {
    if (header.isEmpty()) {
      return retryAfterOf(body);
    }
    try {
      if (Character.isDigit(header.charAt(0))) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
      }
      Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Trouble redirect(String location) {
    String path = location.replaceFirst("[?#].*$", "");
    if (path.endsWith("/login")) {
      return Trouble.LOGIN_PAGE;
    }
    return path.endsWith("/setup") ? Trouble.SETUP_PAGE : Trouble.REDIRECTED;
  }

  private static Trouble refusal(int status, boolean isJson) {
    return switch (status) {
      case 401 -> isJson ? Trouble.UNAUTHENTICATED : Trouble.LOGIN_BEFORE_SNIPE_IT;
      case 403 -> isJson ? Trouble.FORBIDDEN : Trouble.FORBIDDEN_BEFORE_SNIPE_IT;
      case 404, 405 -> Trouble.UNKNOWN_PATH;
      case 407 -> Trouble.PROXY_WANTS_LOGIN;
      case 429 -> Trouble.THROTTLED;
      case 500 -> Trouble.SERVER_ERROR;
      case 503 -> isJson ? Trouble.MAINTENANCE : Trouble.GATEWAY;
      default -> status > 500 || status == 408 ? Trouble.GATEWAY : Trouble.UNEXPECTED_STATUS;
    };
  }

  private static boolean isJson(String contentType, byte[] body) {
    return contentType.toLowerCase(Locale.ROOT).startsWith(JSON_TYPE)
        && body.length > 0
        && (body[0] == '{' || body[0] == '[');
  }

  private static Optional<Duration> retryAfterOf(byte[] body) {
    try (JsonParser parser = PageDecoder.JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && key.equals("retryAfter")) {
          return Optional.of(Duration.ofSeconds(Math.max(0, parser.getLongValue())));
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      // Not JSON, then: the wait is told by nothing.
      return Optional.empty();
    }
  }
}
