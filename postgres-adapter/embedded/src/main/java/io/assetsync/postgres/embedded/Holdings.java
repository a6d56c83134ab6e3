package io.assetsync.postgres.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
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

  /** Takes one thing, or gives it back. */
  interface Step {
    void run() throws Exception;
  }

  private final Deque<Step> returns = new ArrayDeque<>();
  private final @Nullable Thread exitHook;
  private boolean closed;

  Holdings(boolean closesOnExit) {
    exitHook = closesOnExit ? new Thread(this::close, "embedded-postgresql-exit") : null;
  }

  /**
   * Takes one thing.
   *
   * @param giveBack runs on close, also when taking has failed half-way
   */
  synchronized void take(Step taking, Step giveBack) throws Exception {
    if (closed) {
      throw new EmbeddedDatabaseException("The embedded PostgreSQL was closed while it started.");
    }
    if (returns.isEmpty() && exitHook != null) {
      Runtime.getRuntime().addShutdownHook(exitHook);
    }
    returns.push(giveBack);
    taking.run();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    while (!returns.isEmpty()) {
      try {
        returns.pop().run();
      } catch (Exception e) {
        LOG.warn("The embedded PostgreSQL was not closed cleanly", e);
      }
    }
    removeExitHook();
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
