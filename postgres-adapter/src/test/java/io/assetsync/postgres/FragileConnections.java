package io.assetsync.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.assetsync.postgres.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Pooled connections whose server process is ended before a call of the test's choosing. Used by
 * one thread.
 */
final class FragileConnections implements AutoCloseable {

  /** Calls that lead to a statement, a {@code COPY} or the end of a transaction. */
  private static final Set<String> COUNTED =
      Set.of("prepareStatement", "createStatement", "unwrap", "commit", "rollback");

  /** Returns when the process has ended; the server's own way to wait for it takes longer. */
  private static final String END =
      """
      do $$ begin
        perform pg_terminate_backend(%1$d);
        while exists (select from pg_stat_get_activity(%1$d)) loop
          perform pg_sleep(0.001);
          perform pg_stat_clear_snapshot();
        end loop;
      end $$
      """;

  private final HikariDataSource pool = new HikariDataSource();
  private final Connection other;
  private long calls;
  private long cutAt;
  private boolean waits;
  private CompletableFuture<Void> end = CompletableFuture.completedFuture(null);

  FragileConnections(TestDatabase server) throws SQLException {
    pool.setJdbcUrl(server.jdbcUrl());
    pool.setUsername(server.user());
    pool.setPassword(server.password());
    pool.setMaximumPoolSize(3);
    pool.setMinimumIdle(0);
    other = server.connect();
  }

  /** Ends the server process of the connection that the call goes to, counted from 1 from now. */
  void cutAt(long call) {
    calls = 0;
    cutAt = call;
    waits = true;
  }

  /** As {@link #cutAt}, while the call is already on its way. */
  void cutDuring(long call) {
    cutAt(call);
    waits = false;
  }

  /** Lets connections live again, and tells whether one was cut. */
  boolean mend() {
    boolean wasCut = cutAt > 0 && calls >= cutAt;
    cutAt = 0;
    end.join();
    pool.getHikariPoolMXBean().softEvictConnections();
    return wasCut;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Connection connection = pool.getConnection();
          return proxy(Connection.class, (name, values) -> call(connection, name, values));
        });
  }

  private @Nullable Object call(Connection connection, Method method, Object[] arguments)
      throws Exception {
    if (COUNTED.contains(method.getName()) && ++calls == cutAt) {
      int process = connection.unwrap(PGConnection.class).getBackendPID();
      end = CompletableFuture.runAsync(() -> end(process));
      if (waits) {
        end.join();
      }
    }
    return method.invoke(connection, arguments);
  }

  private void end(int process) {
    try (Statement statement = other.createStatement()) {
      statement.execute(END.formatted(process));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Call {
    @Nullable Object on(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public void close() throws SQLException {
    pool.close();
    other.close();
  }
}
