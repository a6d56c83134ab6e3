package io.assetsync.core.engine;

import io.assetsync.core.error.RunCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a run stop. It interrupts the thread of the run while that may be interrupted,
 * which is from {@link #enter} to {@link #forbid}: never during a commit. Whoever else interrupts
 * the thread wishes the same; that interruption is handed on when the run has ended.
 */
final class Cancellation {

  private boolean entered;
  private boolean requested;
  private boolean interrupted;
  private boolean expired;
  private @Nullable Thread thread;

  /** Makes the calling thread the one to interrupt. */
  synchronized void enter() {
    if (entered) {
      throw new IllegalStateException("a run is completed once");
    }
    entered = true;
    thread = Thread.currentThread();
  }

  synchronized void request() {
    requested = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Stops the run as {@link #request} does, unless it may no longer be stopped. */
  synchronized void expire() {
    expired = true;
    request();
  }

  /** Tells whether the run was stopped because its time was over. */
  synchronized boolean isExpired() {
    return expired;
  }

  /**
   * @throws RunCancelledException if the run was asked to stop
   */
  synchronized void check() {
    if (requested || Thread.currentThread().isInterrupted()) {
      throw new RunCancelledException();
    }
  }

  /**
   * Ends the time in which the run can be stopped.
   *
   * @throws RunCancelledException if it was asked to stop before
   */
  synchronized void forbid() {
    check();
    thread = null;
  }

  /** Forgets the thread and clears its interruption, so that the end can be recorded. */
  synchronized void leave() {
    thread = null;
    interrupted = Thread.interrupted() && !requested;
  }

  /** Restores the interruption that {@link #leave} has cleared, unless it came from here. */
  synchronized void passOn() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
