package io.assetsync.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a thread of its own, until it is closed. */
final class Repeated implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

  private final ScheduledExecutorService thread;

  private Repeated(String name) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Begins to do work, for the first time after one pause.
   *
   * @param pause from the end of one time to the beginning of the next
   * @param name of the thread
   * @param work what it throws is logged, and it is done again
   */
  static Repeated every(Duration pause, String name, Runnable work) {
    Repeated repeated = new Repeated(name);
    long milliseconds = pause.toMillis();
    Future<?> unused =
        repeated.thread.scheduleWithFixedDelay(
            () -> runLogging(work), milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    return repeated;
  }

  private static void runLogging(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Work that is done again and again failed this time", e);
    }
  }

  /** Begins no other time; one under way is interrupted and not waited for. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
