package io.assetsync.scheduler;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lets Quartz use connections that are not its own. */
record PooledConnections(DataSource connections) implements ConnectionProvider {

  @Override
  public Connection getConnection() throws SQLException {
    return connections.getConnection();
  }

  @Override
  public void initialize() {}

  @Override
  public void shutdown() {}
}
