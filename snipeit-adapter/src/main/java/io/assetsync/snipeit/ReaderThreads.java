package io.assetsync.snipeit;

import io.assetsync.core.error.RunCancelledException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.MDC;

/**
 * Threads that make calls for another one, which can then stop waiting for a server that is silent:
 * reading from a socket cannot be interrupted.
 */
final class ReaderThreads implements AutoCloseable {

  private final ExecutorService executor;

  /**
   * @param number how many pieces of work go on at a time; the threads are made as they are needed
   */
  ReaderThreads(int number) {
    executor = Executors.newFixedThreadPool(number, ReaderThreads::daemon);
  }

  /** Begins some work as soon as a thread is free, in the order of these calls. */
  <T> Future<T> begin(Callable<T> work) {
    Map<String, String> logContext = MDC.getCopyOfContextMap();
    return executor.submit(
        () -> {
          if (logContext != null) {
            MDC.setContextMap(logContext);
          }
          return work.call();
        });
  }

  /**
   * Waits for the end of some work, and throws what it has thrown.
   *
   * @throws RunCancelledException if the waiting thread is interrupted; it stays so
   */
  static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new RunCancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Interrupts all work; it may go on until its call has come to an end. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "snipe-it-reader");
    thread.setDaemon(true);
    return thread;
  }
}
