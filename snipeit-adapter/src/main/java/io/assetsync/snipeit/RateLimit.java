package io.assetsync.snipeit;

import io.assetsync.core.error.RunCancelledException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the calls within a share of what Snipe-IT grants: so many in a fixed window of a minute
 * that the first call opens. The limit and what is left of it are learned from answers; a refusal
 * tells neither. Usable from any thread; answers may come in any order.
 *
 * <p>The account may be used by others as well, so what is left counts, not only our own calls. The
 * first call of a window goes alone: only its answer tells what others have left of it.
 */
final class RateLimit {

  static final Duration WINDOW = Duration.ofSeconds(60);
  static final int DEFAULT_LIMIT = 120;

  /** Added to the end of a window, since clocks and networks are not exact. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final double share;
  private final Duration maxWait;
  private final Waiting waiting;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private long limit = DEFAULT_LIMIT;
  private int underWay;
  private boolean sleeping;

  private Window window = new Window(Instant.MIN, Instant.MIN, 0);

  /** What is known of the minute that the server counts. */
  private static final class Window {
    private final Instant start;
    private Instant end;

    /** The fewest calls left that an answer told; the limit before the first answer. */
    private long left;

    /** Calls whose end tells nothing, and which may count all the same. */
    private long untold;

    private boolean hasCall;
    private boolean hasAnswer;

    private Window(Instant start, Instant end, long left) {
      this.start = start;
      this.end = end;
      this.left = left;
    }

    private boolean contains(Instant now) {
      return !now.isBefore(start) && now.isBefore(end);
    }
  }

  RateLimit(SnipeItConfig.Pace pace, Waiting waiting) {
    this.share = pace.share();
    this.maxWait = pace.maxWait();
    this.waiting = waiting;
  }

  /**
   * Waits until a call is due and counts it. The permit is closed when the call is over.
   *
   * @throws RunCancelledException if the thread is interrupted
   */
  Permit acquire() {
    lock.lock();
    try {
      while (!isFree()) {
        if (sleeping || underWay > 0) {
          changed.await();
        } else {
          sleepUntilEnd();
        }
      }
      window.hasCall = true;
      underWay++;
      return new Permit(window, waiting.now(), window.left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunCancelledException();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFree() {
    if (sleeping) {
      return false;
    }
    if (!window.contains(waiting.now())) {
      window = windowFrom(waiting.now());
    }
    if (!window.hasAnswer) {
      return !window.hasCall;
    }
    // A call under way may be counted in what is left, or not yet.
    return window.left - window.untold - underWay > limit - allowed();
  }

  private long allowed() {
    return Math.max(1, (long) (limit * share));
  }

  private Window windowFrom(Instant start) {
    return new Window(start, start.plus(WINDOW).plus(MARGIN), limit);
  }

  private Duration untilEnd(Instant now) {
    return window.contains(now) ? Duration.between(now, window.end) : WINDOW;
  }

  /** Sleeps for all; no call is under way that could change anything. */
  private void sleepUntilEnd() {
    Duration left = untilEnd(waiting.now());
    sleeping = true;
    lock.unlock();
    try {
      waiting.await(left);
    } finally {
      lock.lock();
      sleeping = false;
      changed.signalAll();
    }
    window = windowFrom(waiting.now());
  }

  /** A call that is due. */
  final class Permit implements AutoCloseable {

    private final Window of;
    private final Instant begun;
    private final long leftBefore;
    private boolean over;

    private Permit(Window of, Instant begun, long leftBefore) {
      this.of = of;
      this.begun = begun;
      this.leftBefore = leftBefore;
    }

    /**
     * Learns from the headers of an answer that is no refusal.
     *
     * @param newLimit zero if the server says nothing
     */
    void answered(long newLimit, long newLeft) {
      lock.lock();
      try {
        if (newLimit < 1 || over) {
          return;
        }
        over = true;
        underWay--;
        changed.signalAll();
        if (of != window) {
          return;
        }
        if (newLimit == limit && newLeft >= leftBefore) {
          // The server's window was older than ours, and a new one has begun with this call.
          window = windowFrom(begun);
          window.left = newLeft;
        } else {
          window.left = newLimit == limit ? Math.min(window.left, newLeft) : newLeft;
        }
        limit = newLimit;
        noteAnswer();
      } finally {
        lock.unlock();
      }
    }

    /**
     * Lets no call go for as long as the server asks for, but no longer than the configured
     * maximum; else until the window that the server counts must be over.
     */
    void refused(Optional<Duration> retryAfter) {
      lock.lock();
      try {
        if (of != window) {
          return;
        }
        Instant now = waiting.now();
        Duration wait = retryAfter.orElseGet(() -> untilEnd(now));
        Duration bounded = wait.compareTo(maxWait) > 0 ? maxWait : wait;
        window = new Window(now, now.plus(bounded).plus(waiting.spread(MARGIN)), 0);
        window.hasCall = true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (over) {
          return;
        }
        over = true;
        underWay--;
        changed.signalAll();
        if (of == window) {
          window.untold++;
          noteAnswer();
        }
      } finally {
        lock.unlock();
      }
    }

    /** The server opened its window when the first call came, which was before its answer. */
    private void noteAnswer() {
      if (!window.hasAnswer) {
        window.hasAnswer = true;
        window.hasCall = true;
        Instant latestEnd = waiting.now().plus(WINDOW);
        window.end = latestEnd.isAfter(window.end) ? latestEnd : window.end;
      }
    }
  }
}
