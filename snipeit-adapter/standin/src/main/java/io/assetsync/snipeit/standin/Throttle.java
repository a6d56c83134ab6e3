package io.assetsync.snipeit.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Snipe-IT's limit of calls: a window for each user that opens with the first call and lasts a
 * minute. Safe for use by several threads.
 */
final class Throttle {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final ThrottleShape shape;
  private final Clock clock;
  private final Map<Integer, Window> windows = new HashMap<>();

  Throttle(int perMinute, ThrottleShape shape, Clock clock) {
    this.perMinute = perMinute;
    this.shape = shape;
    this.clock = clock;
  }

  private record Window(Instant opened, int used) {}

  /**
   * Counts a call.
   *
   * @param remaining calls left after this one; negative if this one is too many
   */
  record Ticket(int limit, int remaining, Duration untilReset) {

    boolean refused() {
      return remaining < 0;
    }

    Reply on(Reply reply) {
      return reply
          .withHeader("X-RateLimit-Limit", Integer.toString(limit))
          .withHeader("X-RateLimit-Remaining", Integer.toString(Math.max(0, remaining)));
    }
  }

  synchronized Ticket take(int userId) {
    Instant now = clock.instant();
    Window window = windows.get(userId);
    if (window == null || !now.isBefore(window.opened().plus(WINDOW))) {
      window = new Window(now, 0);
    }
    Duration untilReset = Duration.between(now, window.opened().plus(WINDOW));
    if (window.used() >= perMinute) {
      return new Ticket(perMinute, -1, untilReset);
    }
    windows.put(userId, new Window(window.opened(), window.used() + 1));
    return new Ticket(perMinute, perMinute - window.used() - 1, untilReset);
  }

  Reply refusal(Ticket ticket, boolean wantsJson) {
    long seconds = Math.max(1, (ticket.untilReset().toMillis() + 999) / 1000);
    if (wantsJson) {
      return shape.reply(seconds, ticket.limit());
    }
    return ThrottleShape.announced(
            Reply.html(429, Replies.page("Too Many Requests")), seconds, ticket.limit())
        .withHeader(
            "X-RateLimit-Reset",
            Long.toString(clock.instant().plus(ticket.untilReset()).getEpochSecond()));
  }
}
