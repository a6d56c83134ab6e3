package io.assetsync.postgres.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One statement on a connection of its own. */
final class Sql {

  private Sql() {}

  static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    execute(database.jdbcUrl(), database.password(), sql);
  }

  static void execute(String jdbcUrl, String password, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the first column of the first row as text. */
  static @Nullable String value(EmbeddedDatabase database, String query) throws SQLException {
    return value(database.jdbcUrl(), database.password(), query);
  }

  static @Nullable String value(String jdbcUrl, String password, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
