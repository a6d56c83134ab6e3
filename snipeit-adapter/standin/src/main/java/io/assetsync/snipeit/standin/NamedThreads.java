package io.assetsync.snipeit.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * Daemon threads that can be waited for: an executor counts as ended a moment before its threads.
 */
final class NamedThreads implements ThreadFactory {

  private static final long MAX_WAIT_MILLIS = 5_000;

  private final String name;
  private final List<Thread> threads = new ArrayList<>();

  NamedThreads(String name) {
    this.name = name;
  }

  @Override
  public synchronized Thread newThread(Runnable work) {
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /** Stops an executor that uses these threads, and waits until they are gone. */
  void stop(ExecutorService executor) {
    executor.shutdownNow();
    try {
      for (Thread thread : started()) {
        if (thread != Thread.currentThread()) {
          thread.join(MAX_WAIT_MILLIS);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<Thread> started() {
    return List.copyOf(threads);
  }
}
