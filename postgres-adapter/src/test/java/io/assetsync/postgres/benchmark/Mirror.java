package io.assetsync.postgres.benchmark;

import io.assetsync.core.model.Secret;
import io.assetsync.postgres.PostgresConfig;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.postgres.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** A mirror in a database of its own, looked at from outside; closing it drops the database. */
final class Mirror implements AutoCloseable {

  static final String ASSETS = PostgresConfig.DEFAULT_SCHEMA + ".asset";

  private final EmbeddedDatabase server;
  private final String name;

  private Mirror(EmbeddedDatabase server, String name) {
    this.server = server;
    this.name = name;
  }

  static Mirror create(EmbeddedDatabase server, String name) throws SQLException {
    Mirror mirror = new Mirror(server, name);
    mirror.administer("create database " + name);
    try (PostgresDatabase database = PostgresDatabase.connect(mirror.config())) {
      database.migrate();
    }
    return mirror;
  }

  PostgresConfig config() {
    return PostgresConfig.of(url(), server.user(), new Secret(server.password()));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), server.user(), server.password());
  }

  private String url() {
    return server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
  }

  long walPosition() throws SQLException {
    return number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
  }

  /** Returns the rows ever written to the table of assets; connections must be closed first. */
  long rowsWritten() throws SQLException {
    return number(
        "select n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables where relid = '"
            + ASSETS
            + "'::regclass");
  }

  /** Leaves nothing for later that what was done before has caused. */
  void settle() throws SQLException {
    run("vacuum analyze", "checkpoint");
  }

  /** Creates an empty table of the same columns and indexes. */
  void createTwin(String twin) throws SQLException {
    run("create table %s (like %s including all)".formatted(twin, ASSETS));
  }

  /** Writes the assets into a file, as the text format of {@code COPY}. */
  void copyTo(Path file) throws SQLException, IOException {
    try (Connection connection = connect();
        OutputStream rows = Files.newOutputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy " + ASSETS + " to stdout", rows);
    }
  }

  /** Copies the rows of a file into a twin, in one transaction. */
  void copyFrom(Path file, String twin) throws SQLException, IOException {
    try (Connection connection = connect();
        InputStream rows = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + twin + " from stdin", rows, 64 * 1024);
    }
  }

  private long number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    administer("drop database " + name + " with (force)");
  }
}
