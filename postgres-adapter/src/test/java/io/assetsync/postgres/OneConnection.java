package io.assetsync.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool of one connection, whose state can be looked at while it is in the pool. */
record OneConnection(Connection connection) implements AutoCloseable {

  DataSource dataSource() {
    return proxy(
        DataSource.class, (method, arguments) -> proxy(Connection.class, this::unlessClose));
  }

  private @Nullable Object unlessClose(Method method, Object[] arguments)
      throws ReflectiveOperationException {
    return method.getName().equals("close") ? null : method.invoke(connection, arguments);
  }

  @FunctionalInterface
  private interface Call {
    @Nullable Object on(Method method, Object[] arguments) throws ReflectiveOperationException;
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
    connection.close();
  }
}
