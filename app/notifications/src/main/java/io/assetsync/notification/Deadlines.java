package io.assetsync.notification;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cuts what takes too long, on a thread that is there only while something may be cut. Usable from
 * any thread.
 */
final class Deadlines implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;

  Deadlines() {
    timer = new ScheduledThreadPoolExecutor(1, Deadlines::daemon, new DiscardPolicy());
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Cuts after a time, unless the result is closed before. */
  Deadline after(Duration time, Runnable cut) {
    AtomicBoolean passed = new AtomicBoolean();
    Future<?> waiting =
        timer.schedule(
            () -> {
              passed.set(true);
              cut.run();
            },
            time.toMillis(),
            TimeUnit.MILLISECONDS);
    return new Deadline(passed, waiting);
  }

  /** The end of the time that something has. */
  record Deadline(AtomicBoolean isPassed, Future<?> waiting) implements AutoCloseable {

    /** Tells whether the cut was made or is just being made. */
    boolean passed() {
      return isPassed.get();
    }

    @Override
    public void close() {
      waiting.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "asset-sync-notify-timer");
    thread.setDaemon(true);
    return thread;
  }
}
