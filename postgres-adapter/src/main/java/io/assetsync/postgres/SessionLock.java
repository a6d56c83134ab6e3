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

  /** The server shows both numbers without their signs. */
  private static final String IS_HELD =
      """
      select exists (
        select from pg_catalog.pg_locks
        where locktype = 'advisory' and pid = pg_catalog.pg_backend_pid()
          and database = (select oid from pg_catalog.pg_database where datname = current_database())
          and classid = ?::bigint::oid and objid = ?::bigint::oid)
      """;

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

  /**
   * Makes sure that the server session is not another session's, too: it would be given the lock
   * again. In a transaction of its own this also shows whether the connection stays with its server
   * session, before there is a lock to lose.
   */
  SessionLock requireUnshared(SchemaConnection connection) throws SQLException {
    if (isHeld(connection)) {
      throw new SessionLostException();
    }
    return this;
  }

  /** Takes the lock unless another session has it. */
  boolean take(SchemaConnection connection) throws SQLException {
    boolean taken = connection.value(Boolean.class, TAKE, CLASS, schema.hashCode()).orElse(false);
    if (taken) {
      connection.execute(KEEP);
    }
    return taken;
  }

  /**
   * Makes sure that the lock is held still.
   *
   * @throws SessionLostException if it is not
   */
  void requireHeld(SchemaConnection connection) throws SQLException {
    if (!isHeld(connection)) {
      throw new SessionLostException();
    }
  }

  private boolean isHeld(SchemaConnection connection) throws SQLException {
    return connection
        .value(Boolean.class, IS_HELD, (long) CLASS, Integer.toUnsignedLong(schema.hashCode()))
        .orElse(false);
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
