package io.assetsync.snipeit.standin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Holds threads until they are released; whoever comes later is held again. */
final class Gate {

  private int held;
  private long releases;

  synchronized void hold() throws InterruptedException {
    long before = releases;
    held++;
    notifyAll();
    try {
      while (releases == before) {
        wait();
      }
    } finally {
      held--;
    }
  }

  synchronized void release() {
    releases++;
    notifyAll();
  }

  /** Waits until a thread is held; false if none is in time. */
  synchronized boolean awaitHeld(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (held == 0) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
