package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one table, sent some at a time by {@code COPY}.
 *
 * <p>From {@link #push} to {@link #flush} or {@link #abandon} the connection can do nothing else:
 * the driver lets any other statement wait for ever. Used by one thread.
 */
final class CopyStream {

  private static final int FULL = 256 * 1024;

  /** Signature, no flags, no extension. */
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private final String sql;
  private final CopyBuffer waiting = new CopyBuffer();
  private @Nullable CopyIn copy;
  private long rows;

  /**
   * @param sql a {@code COPY ... FROM STDIN} of the binary format
   */
  CopyStream(String sql) {
    this.sql = sql;
  }

  /** Returns the buffer for one more row. */
  CopyBuffer row() {
    if (waiting.length() == 0 && copy == null) {
      waiting.put(HEADER);
    }
    rows++;
    return waiting;
  }

  /** Returns the number of rows so far, whether sent or not. */
  long rows() {
    return rows;
  }

  boolean isFull() {
    return waiting.length() >= FULL;
  }

  /** Sends what waits, and does not wait for the server to take it. */
  void push(SchemaConnection connection) throws SQLException {
    if (copy == null) {
      copy = connection.driver().getCopyAPI().copyIn(sql);
    }
    copy.writeToCopy(waiting.array(), 0, waiting.length());
    waiting.clear();
  }

  /** Sends what waits, and what was pushed is in the table, too. */
  void flush(SchemaConnection connection) throws SQLException {
    if (copy == null && waiting.length() == 0) {
      return;
    }
    try {
      push(connection);
      requireNonNull(copy, "copy").endCopy();
      copy = null;
    } catch (SQLException e) {
      abandon(e);
      throw e;
    }
  }

  /** Tells whether rows were pushed and the connection is not free yet. */
  boolean isOpen() {
    return copy != null;
  }

  /** Frees the connection after a failure; the rows that were pushed last are lost. */
  void abandon(Throwable cause) {
    CopyIn abandoned = copy;
    copy = null;
    if (abandoned != null && abandoned.isActive()) {
      try {
        abandoned.cancelCopy();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
