package io.assetsync.snipeit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the calls within a share of what Snipe-IT grants: so many in a fixed window of a minute
 * that the first call opens. The limit and what is left of it are learned from successful answers;
 * a refusal tells neither. Usable from any thread.
 *
 * <p>The account may be used by others as well, so what is left counts, not only our own calls.
 */
final class RateLimit {

  static final Duration WINDOW = Duration.ofSeconds(60);
  static final int DEFAULT_LIMIT = 120;

  /** Added to the end of a window, since clocks and networks are not exact. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final double share;
  private final Duration maxWait;
  private final Waiting waiting;
  private long limit = DEFAULT_LIMIT;
  private long remaining = DEFAULT_LIMIT;
  private long used;
  private Instant windowStart = Instant.MIN;

  RateLimit(SnipeItConfig.Pace pace, Waiting waiting) {
    this.share = pace.share();
    this.maxWait = pace.maxWait();
    this.waiting = waiting;
  }

  /**
   * Waits until a call is due and counts it.
   *
   * @throws io.assetsync.core.error.RunCancelledException if the thread is interrupted
   */
  synchronized void acquire() {
    if (!isWithinWindow()) {
      openWindow();
    } else if (used >= allowed() || remaining <= limit - allowed()) {
      waiting.await(untilEndOfWindow());
      openWindow();
    }
    used++;
    remaining--;
  }

  /** Learns from the headers of a successful answer. */
  synchronized void learn(long newLimit, long newRemaining) {
    if (newLimit < 1) {
      return;
    }
    if (newRemaining > remaining && newLimit == limit && used > 1) {
      // The server's window was older than ours, and a new one has begun with this call.
      openWindow();
      used = 1;
    }
    limit = newLimit;
    remaining = Math.max(0, newRemaining);
  }

  /**
   * Waits after a refusal: as long as the server asks for, but no longer than the configured
   * maximum; else until the window that the server counts must be over.
   */
  synchronized void awaitAfterRefusal(Optional<Duration> retryAfter) {
    Duration wait = retryAfter.orElseGet(this::untilEndOfWindow);
    Duration bounded = wait.compareTo(maxWait) > 0 ? maxWait : wait;
    waiting.await(bounded.plus(waiting.spread(MARGIN)));
    openWindow();
  }

  private long allowed() {
    return Math.max(1, (long) (limit * share));
  }

  private boolean isWithinWindow() {
    Instant now = waiting.now();
    return !windowStart.equals(Instant.MIN)
        && !now.isBefore(windowStart)
        && now.isBefore(windowStart.plus(WINDOW));
  }

  private Duration untilEndOfWindow() {
    if (!isWithinWindow()) {
      return WINDOW;
    }
    return Duration.between(waiting.now(), windowStart.plus(WINDOW)).plus(MARGIN);
  }

  private void openWindow() {
    windowStart = waiting.now();
    used = 0;
    remaining = limit;
  }
}
