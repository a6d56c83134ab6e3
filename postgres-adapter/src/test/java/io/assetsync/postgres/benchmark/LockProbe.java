package io.assetsync.postgres.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Somebody who wants one row of the table of assets, again and again, and does not wait for it. */
final class LockProbe implements AutoCloseable {

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicBoolean done = new AtomicBoolean();
  private final CompletableFuture<Double> locked;

  private LockProbe(Mirror mirror, long key) {
    this.locked = CompletableFuture.supplyAsync(() -> probe(mirror, key));
  }

  /** Starts probing, and returns after the first time. */
  static LockProbe start(Mirror mirror, long key) {
    LockProbe probe = new LockProbe(mirror, key);
    try {
      probe.begun.await();
      return probe;
    } catch (InterruptedException e) {
      probe.close();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Ends the probing and returns the seconds from the first refusal to the next success. */
  double secondsLocked() {
    done.set(true);
    return locked.join();
  }

  private double probe(Mirror mirror, long key) {
    long from = 0;
    long to = 0;
    try (Connection connection = mirror.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select from " + Mirror.ASSETS + " where id = ? for update nowait")) {
      statement.setLong(1, key);
      while (!done.get()) {
        long now = System.nanoTime();
        if (isFree(statement)) {
          to = from != 0 && to == 0 ? now : to;
        } else {
          from = from == 0 ? now : from;
        }
        begun.countDown();
        LockSupport.parkNanos(PAUSE);
      }
      return from == 0 ? 0 : ((to == 0 ? System.nanoTime() : to) - from) / 1e9;
    } catch (SQLException e) {
      throw new IllegalStateException("the probe failed", e);
    } finally {
      begun.countDown();
    }
  }

  private static boolean isFree(PreparedStatement statement) throws SQLException {
    try {
      return statement.execute();
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    done.set(true);
  }
}
