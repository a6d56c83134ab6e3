package io.assetsync.core.testing;

import io.assetsync.core.error.RunCancelledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the thread of a run at a place of the test's choosing: give {@link #pass} to a fake, wait
 * for {@link #awaitArrival}, then {@link #open}. Usable from any thread.
 */
public final class Gate {

  /** Longer than any test takes, so that a broken one ends. */
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /**
   * Waits until the gate is open.
   *
   * @throws RunCancelledException if the thread is interrupted while it waits
   */
  public void pass() {
    arrived.countDown();
    if (!await(opened)) {
      throw new AssertionError("the gate was not opened");
    }
  }

  /** Waits until somebody has come to the gate. */
  public void awaitArrival() {
    if (!await(arrived)) {
      throw new AssertionError("nobody came to the gate");
    }
  }

  /** Lets everybody pass from now on. */
  public void open() {
    opened.countDown();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunCancelledException();
    }
  }
}
