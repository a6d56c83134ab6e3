package io.assetsync.app.benchmark;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Secret;
import io.assetsync.postgres.PostgresConfig;
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
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** One database for one mirror, looked at from outside. */
final class Mirror {

  private static final String SCHEMA = PostgresConfig.DEFAULT_SCHEMA;

  private final EmbeddedDatabase server;
  private final String url;

  private Mirror(EmbeddedDatabase server, String url) {
    this.server = server;
    this.url = url;
  }

  static Mirror create(EmbeddedDatabase server, String name) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new Mirror(server, server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"));
  }

  PostgresConfig config() {
    return PostgresConfig.of(url, server.user(), new Secret(server.password()));
  }

  long walPosition() throws SQLException {
    return number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
  }

  /**
   * Returns the rows ever written to the tables of the entities; connections must be closed first.
   */
  long rowsWritten() throws SQLException {
    String tables = String.join("','", EntityTypes.all().stream().map(EntityType::name).toList());
    return number(
        "select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables"
            + " where schemaname = '"
            + SCHEMA
            + "' and relname in ('"
            + tables
            + "')");
  }

  void settle() throws SQLException {
    run("vacuum analyze");
    run("checkpoint");
  }

  /**
   * Copies the mirror's rows to files, then measures loading them into tables of the same shape.
   */
  double secondsToCopy(Path directory) throws SQLException, IOException {
    run("create schema twin");
    for (EntityType type : EntityTypes.all()) {
      try (Connection connection = open();
          OutputStream file = Files.newOutputStream(directory.resolve(type.name()))) {
        copy(connection).copyOut("copy " + SCHEMA + "." + type + " to stdout", file);
      }
      run("create table twin." + type + " (like " + SCHEMA + "." + type + " including all)");
    }
    settle();
    long from = System.nanoTime();
    try (Connection connection = open()) {
      connection.setAutoCommit(false);
      for (EntityType type : EntityTypes.all()) {
        try (InputStream file = Files.newInputStream(directory.resolve(type.name()))) {
          copy(connection).copyIn("copy twin." + type + " from stdin", file);
        }
      }
      connection.commit();
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    run("drop schema twin cascade");
    return seconds;
  }

  private static CopyManager copy(Connection connection) throws SQLException {
    return new CopyManager(connection.unwrap(BaseConnection.class));
  }

  private long number(String query) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private void run(String statementText) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(statementText);
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url, server.user(), server.password());
  }
}
