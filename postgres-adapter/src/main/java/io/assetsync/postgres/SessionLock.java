package io.assetsync.postgres;

import java.sql.SQLException;

/**
 * The lock that one session at a time has on a mirror, whichever process opens it. The server frees
 * it when the connection ends.
 */
record SessionLock(String schema) {

  /** Tells our locks from those of other programs; {@code pg_locks} shows it as the class. */
  private static final int CLASS = 0x61737379;

  private static final String TAKE = "select pg_catalog.pg_try_advisory_lock(?, ?)";
  private static final String FREE = "select pg_catalog.pg_advisory_unlock(?, ?)";

  /** Waits for the lock, and frees it with the transaction. */
  private static final String AWAIT = "select pg_catalog.pg_advisory_xact_lock(?, ?)";

  /**
   * A session waits for its source, and the server may not end it for that. If its machine
   * vanishes, the server is to notice within minutes and not within hours.
   */
  private static final String KEEP =
      """
      select
        set_config('idle_session_timeout', '0', false),
        set_config('tcp_keepalives_idle', '60', false),
        set_config('tcp_keepalives_interval', '10', false),
        set_config('tcp_keepalives_count', '6', false)
      """;

  private static final String KEEP_NO_MORE =
      "reset idle_session_timeout; reset tcp_keepalives_idle;"
          + " reset tcp_keepalives_interval; reset tcp_keepalives_count";

  /** Takes the lock unless another session has it. */
  boolean take(SchemaConnection connection) throws SQLException {
    boolean taken = connection.value(Boolean.class, TAKE, CLASS, schema.hashCode()).orElse(false);
    if (taken) {
      connection.execute(KEEP);
    }
    return taken;
  }

  void free(SchemaConnection connection) throws SQLException {
    connection.execute(KEEP_NO_MORE);
    boolean freed = connection.value(Boolean.class, FREE, CLASS, schema.hashCode()).orElse(false);
    if (!freed) {
      throw new SQLException("the session's lock was lost");
    }
  }

  /** Waits until no session has the lock. */
  void await(SchemaConnection connection) throws SQLException {
    connection.execute(AWAIT, CLASS, schema.hashCode());
  }
}
