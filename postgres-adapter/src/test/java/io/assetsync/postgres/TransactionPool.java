package io.assetsync.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool in transaction mode, as PgBouncer has it: a connection has a server session no longer than
 * a transaction. Used by one thread.
 */
final class TransactionPool implements AutoCloseable {

  private final List<Connection> servers;
  private final Deque<Connection> free;
  private int stays;

  /**
   * @param stays how many transactions are given the same server session before each is given
   *     another
   */
  TransactionPool(Mirror mirror, int stays) throws SQLException {
    this.servers = List.of(mirror.connect(), mirror.connect(), mirror.connect());
    this.free = new ArrayDeque<>(servers);
    this.stays = stays;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Client client = new Client();
          return proxy(Connection.class, client::call);
        });
  }

  private final class Client {

    private boolean commitsOnItsOwn = true;
    private @Nullable Connection server;

    @Nullable Object call(Method method, Object[] arguments) throws Exception {
      switch (method.getName()) {
        case "getAutoCommit" -> {
          return commitsOnItsOwn;
        }
        case "setAutoCommit" -> {
          commitsOnItsOwn = (boolean) arguments[0];
          return null;
        }
        case "commit" -> end(true);
        case "rollback", "close", "abort" -> end(false);
        default -> {
          return work(method, arguments);
        }
      }
      return null;
    }

    private @Nullable Object work(Method method, Object[] arguments) throws Exception {
      if (server == null) {
        server = free.removeFirst();
        server.setAutoCommit(commitsOnItsOwn);
      }
      Object result = method.invoke(server, arguments);
      if (commitsOnItsOwn) {
        release(server);
      }
      return result;
    }

    private void end(boolean commits) throws SQLException {
      if (server == null) {
        return;
      }
      if (commits) {
        server.commit();
      } else {
        server.rollback();
      }
      server.setAutoCommit(true);
      release(server);
    }

    private void release(Connection used) {
      server = null;
      if (stays-- > 0) {
        free.addFirst(used);
      } else {
        free.addLast(used);
      }
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
    for (Connection server : new ArrayList<>(servers)) {
      server.close();
    }
  }
}
