package io.assetsync.core.engine;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes runs on a thread of its own, which exists while there is a run to work on. Once a
 * second it tells {@link ActiveRuns} how far the run is, and cancels it if that is wished.
 *
 * <p>Usable from any thread. Closing it cancels the run under way and waits a while for its end.
 */
public final class BackgroundTrigger implements SyncTrigger, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundTrigger.class);
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

  private final SyncService service;
  private final Duration patience;
  private final ActiveRuns activeRuns;
  private final RunMonitor monitor;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          0,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> new Thread(work, "asset-sync-run"));
  private final ScheduledThreadPoolExecutor reporter = reporter();
  private @Nullable StartedRun active;
  private boolean closed;

  /**
   * @param patience how long {@link #close()} waits for a cancelled run
   * @param monitor a listener of the service
   */
  public BackgroundTrigger(
      SyncService service, Duration patience, ActiveRuns activeRuns, RunMonitor monitor) {
    this.service = requireNonNull(service, "service");
    this.patience = requireNonNull(patience, "patience");
    this.activeRuns = requireNonNull(activeRuns, "activeRuns");
    this.monitor = requireNonNull(monitor, "monitor");
  }

  /**
   * @throws IllegalStateException if this trigger is closed
   */
  @Override
  public synchronized TriggeredRun trigger(RunRequest request) {
    if (closed) {
      throw new IllegalStateException("the trigger is closed");
    }
    StartedRun run = service.start(request);
    active = run;
    return new TriggeredRun(run.id(), CompletableFuture.supplyAsync(() -> complete(run), threads));
  }

  @Override
  public boolean cancel(RunId run) {
    return cancelActive(run) || activeRuns.cancel(run);
  }

  private synchronized boolean cancelActive(RunId run) {
    if (active == null || !active.id().equals(run)) {
      return false;
    }
    active.cancel();
    return true;
  }

  private RunReport complete(StartedRun run) {
    Future<?> reports =
        reporter.scheduleWithFixedDelay(
            this::report, 0, BETWEEN_REPORTS.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return run.complete();
    } finally {
      reports.cancel(false);
      forget(run);
    }
  }

  private void report() {
    try {
      monitor
          .progress()
          .filter(activeRuns::report)
          .ifPresent(progress -> cancelActive(progress.run()));
    } catch (RuntimeException e) {
      LOG.debug("How far the run is could not be told", e);
    }
  }

  private synchronized void forget(StartedRun run) {
    if (active == run) {
      active = null;
    }
  }

  private synchronized void cancelActive() {
    closed = true;
    if (active != null) {
      active.cancel();
    }
  }

  @Override
  public void close() {
    cancelActive();
    threads.shutdown();
    try {
      threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reporter.shutdownNow();
  }

  /** Its only thread ends when there is nothing to tell for a while. */
  private static ScheduledThreadPoolExecutor reporter() {
    ScheduledThreadPoolExecutor reporter =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "asset-sync-progress");
              thread.setDaemon(true);
              return thread;
            });
    reporter.setKeepAliveTime(2 * BETWEEN_REPORTS.toMillis(), TimeUnit.MILLISECONDS);
    reporter.allowCoreThreadTimeOut(true);
    reporter.setRemoveOnCancelPolicy(true);
    return reporter;
  }
}
