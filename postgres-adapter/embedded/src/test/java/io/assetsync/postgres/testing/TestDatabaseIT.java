package io.assetsync.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.postgres.testing.TestDatabase.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class TestDatabaseIT {

  @AutoClose private final TestDatabase database = TestDatabase.create();

  @Test
  void databases_doNotSeeEachOther() throws SQLException {
    try (TestDatabase other = TestDatabase.create()) {
      database.execute("create table thing (id int)");

      assertThat(text(database, "select to_regclass('thing')")).isEqualTo("thing");
      assertThat(text(other, "select to_regclass('thing')")).isNull();
    }
  }

  @Test
  void session_isInItsOwnZone() throws SQLException {
    assertThat(text(database, "show timezone")).isEqualTo("Asia/Kathmandu");
  }

  @Test
  void copy_hasWhatWasPreparedOnce() throws SQLException {
    AtomicInteger preparations = new AtomicInteger();
    for (int copies = 0; copies < 2; copies++) {
      try (TestDatabase copy =
          TestDatabase.copyOf(
              "with a thing",
              template -> {
                preparations.incrementAndGet();
                template.execute("create table thing as select 7 as id");
              })) {
        assertThat(text(copy, "select id from thing")).isEqualTo("7");
        assertThat(text(copy, "show timezone")).isEqualTo("Asia/Kathmandu");
        copy.execute("drop table thing");
      }
    }
    assertThat(preparations).hasValue(1);
  }

  @Test
  void role_mayConnectAndNothingElse() throws SQLException {
    Role role = database.createRole();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), role.user(), role.password());
        Statement statement = connection.createStatement()) {
      assertThat(text(statement, "show timezone")).isEqualTo("Asia/Kathmandu");
      assertThatThrownBy(() -> statement.execute("create schema mine"))
          .hasMessageContaining("permission denied for database");
    }
  }

  @Test
  void close_dropsADatabaseInUse() throws SQLException {
    TestDatabase used = TestDatabase.create();
    used.createRole();
    try (Connection connection = used.connect()) {
      used.close();
      assertThat(connection.isValid(1)).isFalse();
    }
    assertThatThrownBy(used::connect).hasMessageContaining("does not exist");
  }

  @Test
  void unknownServer_isRefused() {
    assertThatThrownBy(() -> TestServer.start("h2"))
        .hasMessage("test.pg must be auto, docker or embedded, not h2");
  }

  private static String text(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      return text(statement, query);
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
