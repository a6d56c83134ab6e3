package io.assetsync.app.metrics;

import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.SyncSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what the instances share, on a thread of its own, so that a database that does not
 * answer holds nobody up. Usable from any thread.
 */
final class Outlook implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int RECENT = 20;

  private static final Set<Outcome> NO_END =
      Set.of(Outcome.RUNNING, Outcome.PREVIEWED, Outcome.SKIPPED, Outcome.MISSED);

  private static final Set<Outcome> REVIEWED =
      Set.of(Outcome.APPLIED, Outcome.UNCHANGED, Outcome.HELD, Outcome.REFUSED);

  private final RunLog runs;
  private final SyncSchedule schedule;
  private final ExecutorService thread =
      new ThreadPoolExecutor(
          0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Outlook::daemon);
  private CompletableFuture<Void> look = CompletableFuture.completedFuture(null);
  private volatile SharedFacts facts = SharedFacts.UNKNOWN;
  private volatile boolean isUp;

  Outlook(RunLog runs, SyncSchedule schedule) {
    this.runs = runs;
    this.schedule = schedule;
  }

  /** Looks again and waits for that a moment; then what was seen before has to do. */
  void refresh() {
    try {
      begin().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      isUp = false;
    } catch (ExecutionException e) {
      LOG.debug("The numbers that all instances share cannot be had", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  SharedFacts facts() {
    return facts;
  }

  /** Tells whether the last look succeeded. */
  boolean isUp() {
    return isUp;
  }

  private synchronized CompletableFuture<Void> begin() {
    if (look.isDone()) {
      look = CompletableFuture.runAsync(this::look, thread);
    }
    return look;
  }

  private void look() {
    try {
      facts = read();
      isUp = true;
    } catch (RuntimeException e) {
      isUp = false;
      throw e;
    }
  }

  private SharedFacts read() {
    List<RunReport> recent = runs.latest(RECENT);
    Optional<RunReport> success = runs.lastSuccess();
    return new SharedFacts(
        success.flatMap(RunReport::finishedAt),
        recent.stream().filter(run -> !NO_END.contains(run.outcome())).findFirst(),
        Stream.concat(recent.stream(), success.stream())
            .filter(Outlook::isFull)
            .findFirst()
            .or(facts::lastFull),
        recent.stream()
            .filter(run -> run.outcome() == Outcome.RUNNING)
            .map(RunReport::startedAt)
            .findFirst(),
        schedule.running(),
        next());
  }

  private Optional<Instant> next() {
    return schedule.upcoming().stream().map(upcoming -> upcoming.at().toInstant()).findFirst();
  }

  private static boolean isFull(RunReport run) {
    return run.request().mode() == RunMode.FULL && REVIEWED.contains(run.outcome());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "asset-sync-metrics");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
