package io.assetsync.notification;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Tells what an answer means. Usable from any thread. */
final class HttpReplies {

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final Clock clock;

  HttpReplies(Clock clock) {
    this.clock = clock;
  }

  Reply of(HttpResponse response) {
    int status = response.getCode();
    String detail = "it answered with status " + status;
    if (status / 100 == 2) {
      return Reply.delivered(detail);
    }
    boolean mayChange =
        status / 100 == 5 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
    if (mayChange) {
      return new Reply(Reply.Status.NOT_NOW, detail, retryAfter(response));
    }
    return Reply.never(status / 100 == 3 ? detail + "; redirects are not followed" : detail);
  }

  private Optional<Duration> retryAfter(HttpResponse response) {
    return Optional.ofNullable(response.getFirstHeader("Retry-After"))
        .map(Header::getValue)
        .flatMap(this::duration)
        .filter(wait -> !wait.isNegative());
  }

  /** Reads seconds or a date; whatever else stands there counts for nothing. */
  private Optional<Duration> duration(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), until.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
