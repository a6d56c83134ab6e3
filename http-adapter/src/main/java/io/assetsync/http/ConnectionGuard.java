package io.assetsync.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps connections from being used up: closes those whose client takes too long to send a
 * request's headers, however steadily, and lets no client have more than a quarter of all, unless
 * it is on this machine or a trusted proxy.
 */
final class ConnectionGuard extends AbstractLifeCycle implements Connection.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);

  private static final long SWEEPS_PER_TIMEOUT = 4;

  private final Reach reach;
  private final int maxOfOne;
  private final Duration timeout;
  private final Scheduler scheduler = new ScheduledExecutorScheduler("asset-sync-http-guard", true);
  private final Map<Connection, Arrival> arrivals = new ConcurrentHashMap<>();
  private final Map<InetAddress, AtomicInteger> counts = new ConcurrentHashMap<>();

  ConnectionGuard(Reach reach, Limits limits) {
    this.reach = reach;
    this.maxOfOne = limits.maxConnections() / 4;
    this.timeout = limits.receiveTimeout();
  }

  @Override
  protected void doStart() throws Exception {
    scheduler.start();
    sweepLater();
  }

  @Override
  protected void doStop() throws Exception {
    scheduler.stop();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof SslConnection) {
      return;
    }
    arrivals.put(connection, new Arrival());
    InetAddress client = client(connection);
    int open = counts.computeIfAbsent(client, c -> new AtomicInteger()).incrementAndGet();
    if (open > maxOfOne && !client.isLoopbackAddress() && !reach.trusts(client)) {
      LOG.debug("{} has {} connections; a new one is closed", client.getHostAddress(), open);
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (arrivals.remove(connection) != null) {
      counts.computeIfPresent(
          client(connection), (c, open) -> open.decrementAndGet() <= 0 ? null : open);
    }
  }

  private void sweep() {
    arrivals.forEach(
        (connection, arrival) -> {
          if (arrival.lasts(connection) > timeout.toNanos()) {
            LOG.debug("{} takes too long to send a request", client(connection).getHostAddress());
            connection.getEndPoint().close();
          }
        });
    sweepLater();
  }

  private void sweepLater() {
    scheduler.schedule(
        this::sweep, timeout.toMillis() / SWEEPS_PER_TIMEOUT + 1, TimeUnit.MILLISECONDS);
  }

  private static InetAddress client(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress socket
            && socket.getAddress() != null
        ? socket.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  /** Since when a request has been arriving; it has arrived when its headers are complete. */
  private static final class Arrival {
    private long requests;
    private long bytes;
    private long since = System.nanoTime();

    /** Returns for how long, 0 between requests. Used by one thread. */
    private long lasts(Connection connection) {
      boolean answering = connection.getMessagesIn() > connection.getMessagesOut();
      boolean between =
          connection.getMessagesIn() > 0
              && (connection.getMessagesIn() != requests || connection.getBytesIn() == bytes);
      if (answering || between) {
        requests = connection.getMessagesIn();
        bytes = connection.getBytesIn();
        since = System.nanoTime();
        return 0;
      }
      return System.nanoTime() - since;
    }
  }
}
