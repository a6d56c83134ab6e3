package io.assetsync.http;

import io.assetsync.core.error.SyncException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How things stand, read from the database once a second by a thread of its own and kept as the
 * text that is sent. So however many ask, the database is asked once a second, and none of them
 * waits for it.
 *
 * <p>It reads while nobody asks as well: a few small queries a second, and the first who asks is
 * answered as well as any other. When the database does not answer, what was known last is shown,
 * marked as stale.
 */
final class StatusBoard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** After this a reading that is still under way counts as one that has failed. */
  private static final Duration STALE_AFTER = Duration.ofSeconds(5);

  private static final Duration PATIENCE_AT_START = Duration.ofSeconds(1);

  private final Services services;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch read = new CountDownLatch(1);
  private volatile @Nullable ScheduleView schedule;
  private volatile @Nullable Posted posted;

  StatusBoard(Services services, Clock clock) {
    this.services = services;
    this.clock = clock;
  }

  /** What is shown, with the texts that are sent. */
  static final class Posted {

    private final StatusFacts facts;
    private final ScheduleView schedule;
    private final StatusView view;
    private final Instant readAt;
    private final long nanos;
    private final String status;
    private final String staleStatus;

    /**
     * @param readAt when the facts were read
     * @param nanos the same, as {@link System#nanoTime}
     */
    private Posted(
        StatusFacts facts, ScheduleView schedule, StatusView view, Instant readAt, long nanos) {
      this.facts = facts;
      this.schedule = schedule;
      this.view = view;
      this.readAt = readAt;
      this.nanos = nanos;
      this.status = Json.write(view);
      this.staleStatus = Json.write(view.staleSince(readAt));
    }

    StatusFacts facts() {
      return facts;
    }

    /** Returns the status as JSON. */
    String status() {
      return isStale() ? staleStatus : status;
    }

    /** Tells whether it says the same as another; ages and durations alone are no news. */
    boolean saysSameAs(Posted other) {
      return facts.equals(other.facts)
          && schedule.equals(other.schedule)
          && isStale() == other.isStale()
          && Objects.equals(view.freshness().fresh(), other.view.freshness().fresh());
    }

    private boolean isStale() {
      return view.staleSince() != null || System.nanoTime() - nanos > STALE_AFTER.toNanos();
    }
  }

  /** Reads from now on, and tells the watcher after each reading, in the thread that reads. */
  void start(Consumer<Posted> watcher) {
    Thread thread = new Thread(() -> poll(watcher), "asset-sync-status");
    thread.setDaemon(true);
    thread.start();
  }

  private void poll(Consumer<Posted> watcher) {
    try {
      do {
        refresh();
        tell(watcher);
      } while (!stopping.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Returns the status as JSON.
   *
   * @throws Problem if it has not been known since the start
   */
  String status() {
    return known(() -> posted).status();
  }

  /**
   * Returns the schedule.
   *
   * @throws Problem if it has not been known since the start
   */
  ScheduleView schedule() {
    return known(() -> schedule);
  }

  /** Returns what is shown, or empty if nothing has been known since the start. */
  Optional<Posted> posted() {
    return Optional.ofNullable(posted);
  }

  /** Reads at once, so that who has changed something here sees it. */
  synchronized void refresh() {
    try {
      schedule = ScheduleView.of(services.schedule());
    } catch (RuntimeException e) {
      log(e);
    }
    if (schedule != null) {
      readRuns(schedule);
    }
    read.countDown();
  }

  private void readRuns(ScheduleView schedule) {
    Posted before = posted;
    Instant now = clock.instant();
    try {
      StatusFacts facts = StatusFacts.read(services, posted().map(Posted::facts));
      posted = new Posted(facts, schedule, view(facts, schedule, now), now, System.nanoTime());
    } catch (RuntimeException e) {
      log(e);
      if (before != null) {
        // Time goes on, and so does the age of the mirror.
        StatusView view = view(before.facts, schedule, now).staleSince(before.readAt);
        posted = new Posted(before.facts, schedule, view, before.readAt, before.nanos);
      }
    }
  }

  private StatusView view(StatusFacts facts, ScheduleView schedule, Instant now) {
    return StatusView.of(facts, schedule, services.freshnessLimit(), now);
  }

  private <T> T known(Supplier<@Nullable T> shown) {
    T now = shown.get();
    if (now == null) {
      awaitFirst();
      now = shown.get();
    }
    if (now == null) {
      throw new Problem(
          ProblemType.STORE_FAILED,
          "nothing is known yet: the database has not answered since the start");
    }
    return now;
  }

  private void awaitFirst() {
    try {
      read.await(PATIENCE_AT_START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Consumer<Posted> watcher) {
    try {
      posted().ifPresent(watcher);
    } catch (RuntimeException e) {
      LOG.error("The clients that watch were not told", e);
    }
  }

  /** The calls that need the database, and the health calls, tell that it does not answer. */
  private static void log(RuntimeException e) {
    if (e instanceof SyncException) {
      LOG.debug("How things stand could not be read", e);
      return;
    }
    LOG.error("How things stand could not be read", e);
  }

  @Override
  public void close() {
    stopping.countDown();
  }
}
