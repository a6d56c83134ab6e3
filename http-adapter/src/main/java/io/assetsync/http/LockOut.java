package io.assetsync.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns away clients that guess: after {@value #ATTEMPTS} failed attempts within ten minutes for a
 * minute, and each further time twice as long, up to a quarter of an hour. A client that has not
 * been locked out for an hour begins anew.
 */
final class LockOut {

  static final int ATTEMPTS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(LockOut.class);

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final int MAX_CLIENTS = 10_000;

  private final Clock clock;
  private final RecentlyUsed<Guesser> clients = new RecentlyUsed<>(MAX_CLIENTS, Guesser::new);

  LockOut(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws Problem if the client is locked out
   */
  synchronized void requireFree(String client) {
    Instant now = clock.instant();
    Guesser known = clients.of(client);
    Instant until = known.until;
    if (known.isLocked(now)) {
      long seconds = Duration.between(now, until).toSeconds() + 1;
      throw new Problem(
              ProblemType.LOCKED_OUT,
              "too many failed attempts from %s; try again in %d seconds"
                  .formatted(client, seconds))
          .withHeader("Retry-After", Long.toString(seconds));
    }
  }

  /**
   * Counts a failed attempt.
   *
   * @throws Problem if the client was locked out before
   */
  synchronized void failed(String client) {
    requireFree(client);
    Instant now = clock.instant();
    Guesser known = clients.of(client);
    known.failures.addLast(now);
    while (known.failures.getFirst().isBefore(now.minus(WINDOW))) {
      known.failures.removeFirst();
    }
    if (known.failures.size() >= ATTEMPTS) {
      known.lock(now);
      LOG.warn(
          "{} failed attempts to be let in from {}: sign-in and wrong tokens from there are refused"
              + " for {}",
          ATTEMPTS,
          client,
          known.length);
    }
  }

  private static final class Guesser {
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Instant until = Instant.EPOCH;
    private Duration length = Duration.ZERO;

    /** A clock that has been put back does not make it longer. */
    private boolean isLocked(Instant now) {
      return now.isBefore(until) && !now.isBefore(until.minus(length));
    }

    private void lock(Instant now) {
      boolean again = now.isBefore(until.plus(MEMORY));
      Duration next = again ? length.multipliedBy(2) : FIRST;
      length = next.compareTo(LONGEST) > 0 ? LONGEST : next;
      until = now.plus(length);
      failures.clear();
    }
  }
}
