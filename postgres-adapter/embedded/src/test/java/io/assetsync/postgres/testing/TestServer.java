package io.assetsync.postgres.testing;

import io.assetsync.postgres.embedded.EmbeddedDatabase;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server that all test databases of this JVM are on. It starts with the first of
 * them and stops with the JVM.
 *
 * <p>The system property {@code test.pg} chooses it: {@code embedded}, {@code docker}, or {@code
 * auto}, the default, for Docker where an engine answers and embedded otherwise. {@code
 * test.pg.settings} lists what differs from PostgreSQL's defaults in every session, as {@code
 * name=value;name=value}.
 *
 * @param url the JDBC URL up to and with the slash before the database's name
 */
record TestServer(String url, String user, String password) {

  private static @Nullable TestServer shared;
  private static @Nullable RuntimeException failure;

  /** Starts the server, once. What kept it from starting is thrown to all who ask. */
  static synchronized TestServer shared() {
    if (failure != null) {
      throw failure;
    }
    if (shared == null) {
      try {
        TestServer server = start(System.getProperty("test.pg", "auto"));
        server.execute("postgres", settings(System.getProperty("test.pg.settings", "")));
        shared = server;
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return shared;
  }

  /** Starts a server as {@code test.pg} says. */
  static TestServer start(String choice) {
    return switch (choice) {
      case "embedded" -> embedded();
      case "docker" -> DockerServer.start();
      case "auto" -> DockerServer.isAvailable() ? DockerServer.start() : embedded();
      default ->
          throw new IllegalArgumentException(
              "test.pg must be auto, docker or embedded, not " + choice);
    };
  }

  private static TestServer embedded() {
    EmbeddedDatabase server = EmbeddedDatabase.start(EmbeddedDatabaseConfig.temporary());
    return of(server.jdbcUrl(), server.user(), server.password());
  }

  static TestServer of(String jdbcUrl, String user, String password) {
    return new TestServer(jdbcUrl.substring(0, jdbcUrl.lastIndexOf('/') + 1), user, password);
  }

  /** Returns a statement for each of the settings. */
  static String[] settings(String list) {
    return Stream.of(list.split(";"))
        .filter(setting -> !setting.isBlank())
        .map(setting -> setting.strip().split("=", 2))
        .map(setting -> "alter role all set " + setting[0] + " = '" + setting[1] + "'")
        .toArray(String[]::new);
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url + database, user, password);
  }

  void execute(String database, String... statements) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "A statement failed in the test database " + database + ": " + e.getMessage(), e);
    }
  }
}
