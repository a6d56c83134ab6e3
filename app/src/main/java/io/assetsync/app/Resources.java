package io.assetsync.app;

import io.assetsync.core.error.RunCancelledException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the process has opened, to be closed in the opposite order, by the end of the work or by a
 * signal, whichever comes first.
 *
 * <p>Usable from any thread. A signal that comes while something is being opened waits for it, so
 * nothing is left half open.
 */
final class Resources implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Opens something and keeps it to be closed.
   *
   * @throws RunCancelledException if everything is closed already
   */
  synchronized <T extends AutoCloseable> T open(Supplier<T> opener) {
    if (closing.getCount() == 0) {
      throw new RunCancelledException();
    }
    T opened = opener.get();
    open.push(opened);
    return opened;
  }

  /**
   * Does a step of the start, to its end even if a signal comes meanwhile.
   *
   * @return what the step returns
   * @throws RunCancelledException if everything is closed already
   */
  synchronized <T> T start(Supplier<T> step) {
    if (closing.getCount() == 0) {
      throw new RunCancelledException();
    }
    return step.get();
  }

  /** Waits until closing begins. */
  void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes everything; when repeated, waits for the first call to end. Never throws. */
  @Override
  public void close() {
    closing.countDown();
    closeAll();
  }

  private synchronized void closeAll() {
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("{} could not be closed", resource, e);
    }
  }
}
