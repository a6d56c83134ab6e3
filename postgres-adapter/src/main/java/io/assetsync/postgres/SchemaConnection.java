package io.assetsync.postgres;

import io.assetsync.core.model.KeySet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to the schema of the mirror.
 *
 * <p>All settings are those of a transaction, so that a connection goes back to its pool as it came
 * from there. Used by one thread at a time.
 */
final class SchemaConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaConnection.class);

  /** A server may give its sessions a stricter one, where our commit could fail over a reader. */
  private static final String SET_ISOLATION = "set transaction isolation level read committed";

  private static final String SET_FOR_TRANSACTION =
      """
      select
        set_config('search_path', ?, true),
        set_config('lock_timeout', ?, true),
        set_config('statement_timeout', ?, true),
        set_config('array_nulls', 'on', true),
        pg_catalog.pg_backend_pid()
      """;

  private static final int SERVER_PROCESS = 5;

  private static final String LET_IDLE =
      """
      select set_config(name, '0', true)
      from pg_catalog.pg_settings
      where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')
      """;

  /** Work in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T with(SchemaConnection connection) throws SQLException;
  }

  private final Connection connection;
  private final boolean commitsOnItsOwn;
  private final SchemaSettings settings;
  private int serverProcess;
  private OptionalInt silence = OptionalInt.empty();

  SchemaConnection(Connection connection, SchemaSettings settings) throws SQLException {
    this.connection = connection;
    this.settings = settings;
    this.commitsOnItsOwn = connection.getAutoCommit();
    connection.setAutoCommit(true);
  }

  /** Ends the connection as soon as the server has been silent for so long. */
  void giveUpAfter(Duration patience) throws SQLException {
    silence = OptionalInt.of(connection.getNetworkTimeout());
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
  }

  /**
   * Begins a transaction unless one is open.
   *
   * @throws SessionLostException if the last one was in another server session
   */
  void begin() throws SQLException {
    if (!connection.getAutoCommit()) {
      return;
    }
    connection.setAutoCommit(false);
    execute(SET_ISOLATION);
    try (PreparedStatement statement = connection.prepareStatement(SET_FOR_TRANSACTION)) {
      statement.setString(1, '"' + settings.schema() + "\", pg_temp");
      statement.setString(2, milliseconds(settings.lockTimeout()));
      statement.setString(3, milliseconds(settings.statementTimeout()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        requireSameProcess(row.getInt(SERVER_PROCESS));
      }
    }
  }

  private void requireSameProcess(int process) throws SessionLostException {
    if (serverProcess != 0 && serverProcess != process) {
      throw new SessionLostException();
    }
    serverProcess = process;
  }

  /** Lets the present transaction wait for its client for as long as it takes. */
  void letIdle() throws SQLException {
    execute(LET_IDLE);
  }

  void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Ends the present transaction, if any. */
  void rollback() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Does work in a transaction of its own, or in the one that is open. */
  <T> T inTransaction(Work<T> work) throws SQLException {
    if (!connection.getAutoCommit()) {
      return work.with(this);
    }
    begin();
    try {
      T result = work.with(this);
      commit();
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      try {
        rollback();
      } catch (SQLException inTurn) {
        e.addSuppressed(inTurn);
      }
      throw e;
    }
  }

  /** Executes a statement whatever it returns; without parameters it may be several. */
  void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.execute();
    }
  }

  /** Executes a statement with parameters and returns the number of rows it touched. */
  long update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeLargeUpdate();
    }
  }

  /** Returns the first column of the first row, or empty if there is no row or it is null. */
  <T> Optional<T> value(Class<T> type, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getObject(1, type)) : Optional.empty();
    }
  }

  /** Returns the keys in the first column. */
  KeySet keys(String sql) throws SQLException {
    LongStream.Builder keys = LongStream.builder();
    try (PreparedStatement statement = prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
    }
    return KeySet.of(keys.build());
  }

  /** Returns the texts in the first column, for the caller to change. */
  Set<String> texts(String sql) throws SQLException {
    Set<String> texts = new HashSet<>();
    try (PreparedStatement statement = prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** Tells whether the server still answers. */
  boolean isAlive() throws SQLException {
    return connection.isValid(2);
  }

  /** Returns the connection itself, whose transactions remain ours. */
  Connection jdbc() {
    return connection;
  }

  /** Returns the driver's own connection, for {@code COPY}. */
  PGConnection driver() throws SQLException {
    return connection.unwrap(PGConnection.class);
  }

  /** Ends the connection itself, so that its pool cannot give it to anybody else. */
  void destroy() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("A broken connection could not be ended", e);
    }
    close();
  }

  /** Rolls back and gives the connection back to its pool; never throws. */
  @Override
  public void close() {
    try {
      rollback();
      connection.setAutoCommit(commitsOnItsOwn);
      if (silence.isPresent()) {
        connection.setNetworkTimeout(Runnable::run, silence.getAsInt());
      }
    } catch (SQLException e) {
      LOG.debug("A connection could not be tidied up", e);
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("A connection could not be given back", e);
    }
  }

  private static String milliseconds(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
