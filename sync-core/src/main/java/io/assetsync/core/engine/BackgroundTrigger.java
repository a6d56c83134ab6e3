package io.assetsync.core.engine;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Completes runs on a thread of its own, which exists while there is a run to work on.
 *
 * <p>Usable from any thread. Closing it cancels the run under way and waits a while for its end.
 */
public final class BackgroundTrigger implements SyncTrigger, AutoCloseable {

  private final SyncService service;
  private final Duration patience;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          0,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> new Thread(work, "asset-sync-run"));
  private @Nullable StartedRun active;
  private boolean closed;

  /**
   * @param patience how long {@link #close()} waits for a cancelled run
   */
  public BackgroundTrigger(SyncService service, Duration patience) {
    this.service = requireNonNull(service, "service");
    this.patience = requireNonNull(patience, "patience");
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

  private RunReport complete(StartedRun run) {
    try {
      return run.complete();
    } finally {
      forget(run);
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
  }
}
