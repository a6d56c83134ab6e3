package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this process.
 *
 * <p>It listens on the loopback interface only and asks for a generated password. Text sorts by
 * code point (locale C), the time zone is UTC. Rows of a persistent directory survive, however the
 * process ends; a temporary directory is deleted on {@link #close()}.
 *
 * <p>The end of the JVM closes it unless configured otherwise. Where the JVM is killed outright,
 * the server runs on until the next start: a start on the same directory stops it first, and a
 * start on a temporary directory stops all servers that killed processes of the same user left in
 * temporary directories.
 *
 * <p>Safe for use by several threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String HOST = "127.0.0.1";
  private static final int ATTEMPTS_FOR_A_FREE_PORT = 5;

  private final Holdings holdings;
  private final Path directory;
  private final int port;
  private final String password;

  private EmbeddedDatabase(Holdings holdings, Path directory, int port, String password) {
    this.holdings = holdings;
    this.directory = directory;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts a server and waits until it takes connections, usually one to three seconds. The caller
   * closes it.
   *
   * @throws EmbeddedDatabaseException if it cannot be had: another process uses the directory or
   *     the port, the data is of another PostgreSQL version, there are no programs for this
   *     platform, or they cannot run here. Nothing is left running then
   */
  public static EmbeddedDatabase start(EmbeddedDatabaseConfig config) {
    Holdings holdings = Holdings.open(config.stopsOnExit());
    try {
      return start(config, holdings);
    } catch (EmbeddedDatabaseException e) {
      holdings.close();
      throw e;
    } catch (ClosedByInterruptException e) {
      holdings.close();
      throw new EmbeddedDatabaseException(
          "The start of the embedded PostgreSQL was interrupted.", e);
    } catch (Exception e) {
      holdings.close();
      throw new EmbeddedDatabaseException("The embedded PostgreSQL did not start: " + reason(e), e);
    }
  }

  /** Exceptions of the file system say no more than a path. */
  private static String reason(Exception e) {
    if (e instanceof AccessDeniedException denied) {
      return "this user may not use " + denied.getFile() + ".";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is not a directory.";
    }
    return String.valueOf(e.getMessage());
  }

  private static EmbeddedDatabase start(EmbeddedDatabaseConfig config, Holdings holdings)
      throws Exception {
    Root root = Root.take(config.directory(), holdings);
    Programs programs = holdings.work(() -> programs(config, root));
    Cluster cluster = new Cluster(root.path(), programs);
    String password = holdings.work(() -> cluster.prepare(!root.isTemporary()));
    int port = startServer(config, root, cluster, holdings);
    LOG.info("Embedded PostgreSQL listens on {}:{}, data in {}", HOST, port, root.path());
    return new EmbeddedDatabase(holdings, root.path(), port, password);
  }

  private static Programs programs(EmbeddedDatabaseConfig config, Root root) throws IOException {
    Path parent = config.binaries().orElseGet(root::defaultBinaries);
    Path home = Binaries.unpackInto(parent, Platform.current());
    Programs programs = new Programs(home);
    root.removeAbandoned(programs);
    return programs;
  }

  private static int startServer(
      EmbeddedDatabaseConfig config, Root root, Cluster cluster, Holdings holdings)
      throws Exception {
    for (int attempt = 1; ; attempt++) {
      int port = config.port() == 0 ? freePort() : config.port();
      Map<String, String> settings = settings(config, root.isTemporary(), port);
      try {
        holdings.take(() -> cluster.start(settings), Cluster::stop);
        return port;
      } catch (ServerStartException e) {
        if (!e.isPortInUse()) {
          throw e;
        }
        if (config.port() != 0 || attempt == ATTEMPTS_FOR_A_FREE_PORT) {
          throw new EmbeddedDatabaseException(
              "Port %d on %s is in use: stop the other program or choose another port."
                  .formatted(port, HOST),
              e);
        }
      }
    }
  }

  private static Map<String, String> settings(
      EmbeddedDatabaseConfig config, boolean temporary, int port) {
    String durable = temporary ? "off" : "on";
    Map<String, String> settings = new HashMap<>();
    settings.put("fsync", durable);
    settings.put("full_page_writes", durable);
    settings.put("synchronous_commit", durable);
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("log_checkpoints", "off");
    settings.putAll(config.settings());
    settings.put("listen_addresses", HOST);
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    return settings;
  }

  /** Another program may take the port before the server does; then another one is tried. */
  private static int freePort() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }

  /** Returns the JDBC URL of the server's first database, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + HOST + ":" + port + "/postgres";
  }

  /** Returns the name of the server's superuser. */
  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  /** Returns where data, password and log are. */
  public Path directory() {
    return directory;
  }

  /** Stops the server, disconnecting whoever uses it. Closing twice is harmless; never throws. */
  @Override
  public void close() {
    holdings.close();
  }

  @Override
  public String toString() {
    return jdbcUrl();
  }
}
