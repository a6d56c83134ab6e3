package io.assetsync.postgres;

import java.sql.SQLException;

/**
 * A connection no longer stands for the server session that it began with, which holds the mirror's
 * lock and the staged rows.
 */
final class SessionLostException extends SQLException {

  private static final long serialVersionUID = 1L;

  SessionLostException() {
    super(
        "the connection does not stay with one server session, as behind PgBouncer in transaction"
            + " mode; let the pool work in session mode, or connect to the server itself");
  }
}
