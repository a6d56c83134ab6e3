package io.assetsync.postgres.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been taken and must be given back: newest first, once, at the latest when the JVM ends.
 *
 * <p>Safe for use by several threads. Giving back waits for a step that is under way, so that
 * nothing is taken after it.
 */
final class Holdings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);

  /** Gives one thing back. */
  interface Return<T> {
    void giveBack(T thing) throws Exception;
  }

  private interface Step {
    void run() throws Exception;
  }

  private final Deque<Step> returns = new ArrayDeque<>();
  private final @Nullable Thread exitHook;
  private boolean closed;

  private Holdings(boolean closesOnExit) {
    exitHook = closesOnExit ? new Thread(this::close, "embedded-postgresql-exit") : null;
  }

  /**
   * @throws IllegalStateException if the JVM is ending already
   */
  static Holdings open(boolean closesOnExit) {
    Holdings holdings = new Holdings(closesOnExit);
    if (holdings.exitHook != null) {
      Runtime.getRuntime().addShutdownHook(holdings.exitHook);
    }
    return holdings;
  }

  /** Takes one thing, which is given back on close. */
  synchronized <T> T take(Callable<T> taking, Return<T> giving) throws Exception {
    T thing = work(taking);
    returns.push(() -> giving.giveBack(thing));
    return thing;
  }

  /** Does what leaves nothing to be given back, but must not be cut short by a close. */
  synchronized <T> T work(Callable<T> work) throws Exception {
    if (closed) {
      throw new EmbeddedDatabaseException("The embedded PostgreSQL was closed while it started.");
    }
    return work.call();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = Thread.interrupted();
    while (!returns.isEmpty()) {
      try {
        returns.pop().run();
      } catch (Exception e) {
        LOG.warn("The embedded PostgreSQL was not closed cleanly", e);
      }
    }
    removeExitHook();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void removeExitHook() {
    if (exitHook == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      LOG.trace("The JVM is ending, its hooks stay", e);
    }
  }
}
