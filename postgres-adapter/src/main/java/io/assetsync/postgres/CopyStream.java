package io.assetsync.postgres;

import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table, sent some at a time by {@code COPY}; used by one thread. */
final class CopyStream {

  private static final int FULL = 256 * 1024;

  /** Signature, no flags, no extension. */
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private final String sql;
  private final CopyBuffer waiting = new CopyBuffer();
  private long rows;

  /**
   * @param sql a {@code COPY ... FROM STDIN} of the binary format
   */
  CopyStream(String sql) {
    this.sql = sql;
  }

  /** Returns the buffer for one more row. */
  CopyBuffer row() {
    if (waiting.length() == 0) {
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

  /** Sends what waits. */
  void flush(SchemaConnection connection) throws SQLException {
    if (waiting.length() == 0) {
      return;
    }
    CopyIn copy = connection.driver().getCopyAPI().copyIn(sql);
    try {
      copy.writeToCopy(waiting.array(), 0, waiting.length());
      copy.endCopy();
    } catch (SQLException e) {
      cancel(copy, e);
      throw e;
    }
    waiting.clear();
  }

  private static void cancel(CopyIn copy, SQLException cause) {
    if (copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
