package io.assetsync.postgres.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A fresh PostgreSQL database for one test or one class of tests.
 *
 * <pre>
 * &#64;AutoClose final TestDatabase database = TestDatabase.create();
 * </pre>
 *
 * <p>All databases of a JVM are on one server, which starts with the first and ends with the JVM;
 * {@link #create()} costs some ten milliseconds after that. The system property {@code test.pg}
 * chooses the server: {@code auto}, {@code docker} or {@code embedded}; {@code test.pg.locale} and
 * {@code test.pg.settings} choose what it is like. A database that cannot be had is an error, never
 * a reason to skip.
 *
 * <p>Sessions are in {@link #SESSION_ZONE}, so that SQL that depends on the zone shows.
 *
 * <p>Safe for use by several threads.
 */
public final class TestDatabase implements AutoCloseable {

  /**
   * Far from UTC, and not by whole hours. A server before PostgreSQL 17 has no way to insist on it
   * against the JDBC driver, which asks for the JVM's zone: there the JVM must be in this one.
   */
  public static final ZoneId SESSION_ZONE = ZoneId.of("Asia/Kathmandu");

  private static final Map<String, TestDatabase> PREPARED = new HashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** The driver's wish comes with the login; only a login trigger comes after it. */
  private static final String ZONE =
      """
      do $do$ begin
        if current_setting('server_version_num')::int >= 170000 then
          create schema test_database;
          create function test_database.set_zone() returns event_trigger language plpgsql as $$
            begin perform set_config('TimeZone', '%s', false); end $$;
          create event trigger set_zone on login execute function test_database.set_zone();
        end if;
      end $do$
      """
          .formatted(SESSION_ZONE);

  /** A login role and its password. */
  public record Role(String user, String password) {}

  private final TestServer server;
  private final String name;
  private final List<Role> roles = new ArrayList<>();

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Creates an empty database. */
  public static TestDatabase create() {
    return copyOf("empty", database -> {});
  }

  /**
   * Creates a copy of a prepared database, which is faster than preparing each.
   *
   * @param template a name for what the preparation does
   * @param preparation fills the database that is copied; runs once per JVM and name
   */
  public static TestDatabase copyOf(String template, Consumer<TestDatabase> preparation) {
    TestDatabase prepared = prepared(template, preparation);
    TestDatabase copy = new TestDatabase(prepared.server, "test_" + COUNT.incrementAndGet());
    copy.administer("create database " + copy.name + " template " + prepared.name);
    return copy;
  }

  private static synchronized TestDatabase prepared(
      String template, Consumer<TestDatabase> preparation) {
    TestDatabase known = PREPARED.get(template);
    if (known != null) {
      return known;
    }
    TestDatabase database =
        new TestDatabase(TestServer.shared(), "template_" + COUNT.incrementAndGet());
    database.administer(
        "create database " + database.name + " " + DatabaseLocale.chosen().options());
    database.execute(ZONE);
    preparation.accept(database);
    // A pool may still be closing, but a database that is copied must have no sessions.
    database.administer(
        "alter database " + database.name + " with allow_connections false",
        "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
            + database.name
            + "'");
    PREPARED.put(template, database);
    return database;
  }

  /** Returns the JDBC URL, without user and password. */
  public String jdbcUrl() {
    return server.url() + name;
  }

  /** Returns the server's superuser. */
  public String user() {
    return server.user();
  }

  public String password() {
    return server.password();
  }

  /** Opens a connection as {@link #user()}, which the caller closes. */
  public Connection connect() throws SQLException {
    return server.connect(name);
  }

  /** Executes statements as {@link #user()}, in one transaction when given in one text. */
  public void execute(String... statements) {
    server.execute(name, statements);
  }

  /** Creates a role that may connect and nothing else. It is dropped with the database. */
  public Role createRole() {
    Role role = new Role(name + "_role_" + roles.size(), "s3cr3t-invented");
    roles.add(role);
    administer("create role " + role.user() + " login password '" + role.password() + '\'');
    return role;
  }

  /** Drops the database, disconnecting whoever uses it. */
  @Override
  public void close() {
    administer("drop database if exists " + name + " with (force)");
    roles.forEach(role -> administer("drop role if exists " + role.user()));
  }

  private void administer(String... statements) {
    server.execute("postgres", statements);
  }
}
