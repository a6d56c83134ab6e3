package io.assetsync.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.embeddedserver.jetty.JettyServerFactory;

/**
 * The Jetty that Spark works on: bound before Spark starts, silent about its version, its error
 * pages JSON, and patient with calls under way when it stops.
 */
final class JettyListener implements JettyServerFactory {

  private static final Logger LOG = LoggerFactory.getLogger(JettyListener.class);

  private static final int MAX_THREADS = 24;
  private static final int MIN_THREADS = 4;

  /** So that a client that does not read holds no thread: answers fit into it. */
  private static final int SEND_BUFFER_BYTES = 256 * 1024;

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration IDLE_TIMEOUT_WHEN_STOPPING = Duration.ofMillis(250);

  private final CountDownLatch routesInstalled = new CountDownLatch(1);
  private final Server server;
  private final ServerConnector connector;

  /**
   * @throws ListenException if the address cannot be had
   * @throws IllegalArgumentException if the files for HTTPS cannot be used
   */
  JettyListener(HttpConfig config, Clock clock) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setName("asset-sync-http");
    server = new GracefulServer(threads, config);
    server.setErrorHandler(new JsonErrorHandler());
    connector = new ServerConnector(server, 1, 1, protocols(config, clock));
    connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
    connector.addBean(new NetworkConnectionLimit(config.limits().maxConnections(), connector));
    connector.addBean(new ConnectionGuard(config.reach(), config.limits()));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    connector.setShutdownIdleTimeout(IDLE_TIMEOUT_WHEN_STOPPING.toMillis());
    server.setConnectors(new Connector[] {connector});
    bind(config);
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Lets Spark begin: until the routes are all there, nobody is answered. */
  void routesInstalled() {
    routesInstalled.countDown();
  }

  /** Gives the address back if Spark never began. */
  void release() {
    connector.close();
  }

  @Override
  public Server create(int maxThreads, int minThreads, int threadTimeoutMillis) {
    return create(server.getThreadPool());
  }

  @Override
  public Server create(ThreadPool ignored) {
    try {
      routesInstalled.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return server;
  }

  private void bind(HttpConfig config) {
    try {
      if (config.isLocal() && !InetAddress.getByName(config.host()).isLoopbackAddress()) {
        throw new UnknownHostException("not a loopback address");
      }
      connector.open();
    } catch (IOException e) {
      throw ListenException.at(config, e);
    }
  }

  private static ConnectionFactory[] protocols(HttpConfig config, Clock clock) {
    HttpConnectionFactory http = new HttpConnectionFactory(http(config));
    return config
        .reach()
        .tls()
        .map(files -> AbstractConnectionFactory.getFactories(tls(files, clock), http))
        .orElseGet(() -> new ConnectionFactory[] {http});
  }

  /** Jetty leaves out weak ciphers, and Java what is older than TLS 1.2. */
  private static SslContextFactory.Server tls(TlsFiles files, Clock clock) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(new RenewedIdentity(files, clock).context());
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    return tls;
  }

  private static HttpConfiguration http(HttpConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.addCustomizer(new Forwarding(config.reach()));
    return http;
  }

  /** Waits for calls under way, and never lets a failure to stop reach Spark, which would exit. */
  private static final class GracefulServer extends Server {

    private final Duration receiveTimeout;

    GracefulServer(ThreadPool threads, HttpConfig config) {
      super(threads);
      receiveTimeout = config.limits().receiveTimeout();
      setStopTimeout(config.stopTimeout().toMillis());
    }

    @Override
    public void setHandler(Handler handler) {
      super.setHandler(new GracefulHandler(new BodyDeadline(handler, receiveTimeout)));
    }

    @Override
    protected void doStop() {
      try {
        super.doStop();
      } catch (Exception e) {
        LOG.warn("The HTTP server did not stop in order", e);
      }
    }
  }
}
