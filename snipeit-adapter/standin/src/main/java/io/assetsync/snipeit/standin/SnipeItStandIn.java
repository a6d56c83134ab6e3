package io.assetsync.snipeit.standin;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A Snipe-IT 8.1.4 without Snipe-IT: an HTTP server inside this process that pages, sorts,
 * throttles, refuses and fails as the real one does.
 *
 * <pre>{@code
 * Estate estate = Estate.invented(7, 1_000);
 * try (SnipeItStandIn snipeIt = SnipeItStandIn.builder().serving(estate).build().start()) {
 *   snipeIt.inject(Fault.truncatedBody().onPath("hardware").onRequest(3));
 *   snipeIt.beforeRequest("hardware", 2, () -> estate.archive(17));
 *   read(snipeIt.url(), snipeIt.token());
 * }
 * }</pre>
 *
 * <p>It listens on the loopback address only. Safe for use by several threads. Whoever starts it
 * closes it; then no thread and no port is left.
 */
public final class SnipeItStandIn implements AutoCloseable {

  static {
    // Without it a small answer waits up to 40 ms for the client's delayed acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final Builder settings;
  private final Script script = new Script();
  private final Requests requests = new Requests();
  private final NamedThreads threads = new NamedThreads("snipeit-standin");
  private @Nullable Running running;
  private boolean closed;

  private SnipeItStandIn(Builder settings) {
    this.settings = settings;
  }

  private record Running(
      HttpServer server, ExecutorService executor, Api api, Exchanges exchanges) {}

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Opens the port.
   *
   * @return this
   * @throws IllegalStateException if it was started or closed before
   * @throws UncheckedIOException if the port cannot be had
   */
  public synchronized SnipeItStandIn start() {
    if (running != null || closed) {
      throw new IllegalStateException("A stand-in can be started once");
    }
    HttpServer server = open();
    String scheme = settings.tls == null ? "http" : "https";
    String url = scheme + "://127.0.0.1:" + server.getAddress().getPort() + settings.basePath;
    Api api =
        new Api(
            settings.content,
            settings.maxResults,
            new Throttle(settings.throttlePerMinute, settings.throttleShape, settings.clock),
            url,
            settings.tokens,
            settings.site);
    Exchanges exchanges = new Exchanges(api, script, requests, settings.basePath);
    ExecutorService executor = Executors.newCachedThreadPool(threads);
    server.setExecutor(executor);
    server.createContext("/", exchanges);
    server.start();
    running = new Running(server, executor, api, exchanges);
    return this;
  }

  /** The address of the installation, without a slash at the end; the API is below it. */
  public URI url() {
    return URI.create(running().api().url());
  }

  /** The token of a superuser, shaped like a real one. */
  public String token() {
    return InventedToken.FIRST_USER;
  }

  /** Makes something go wrong. Faults add up; of several that hit one request the first counts. */
  public void inject(Fault fault) {
    script.add(Objects.requireNonNull(fault, "fault"));
  }

  /** Takes back all faults and actions that still wait. */
  public void clearFaults() {
    script.clear();
  }

  /**
   * Waits until a body is stalled.
   *
   * @return false if none is within this time
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public boolean awaitStalled(Duration timeout) throws InterruptedException {
    return running().exchanges().stalled().awaitHeld(timeout);
  }

  /** Lets every body that is stalled now go on. */
  public void releaseStalled() {
    running().exchanges().stalled().release();
  }

  /**
   * Runs an action once, before the n-th request from now is answered.
   *
   * @param n 1 is the next request
   * @throws IllegalArgumentException if n is below 1
   */
  public void beforeRequest(int n, Runnable action) {
    script.add(Scope.NEXT_REQUEST.onRequest(n), action);
  }

  /**
   * Runs an action once, before the n-th request from now for a path.
   *
   * @param path as in {@link Fault#onPath}
   * @throws IllegalArgumentException if n is below 1
   */
  public void beforeRequest(String path, int n, Runnable action) {
    script.add(Scope.NEXT_REQUEST.onPath(path).onRequest(n), action);
  }

  /** Changes the site's settings while it runs. */
  public void site(SiteSettings site) {
    running().api().site(Objects.requireNonNull(site, "site"));
  }

  /** Makes a token invalid from now on. */
  public void revoke(String token) {
    running().api().revoke(token);
  }

  /** What was asked and sent so far. */
  public Requests requests() {
    return requests;
  }

  /** Closes the port and ends all threads, stalled answers included. Closing twice is harmless. */
  @Override
  public synchronized void close() {
    closed = true;
    Running stopping = running;
    if (stopping == null) {
      return;
    }
    running = null;
    stopping.exchanges().stalled().release();
    stopping.server().stop(0);
    threads.stop(stopping.executor());
  }

  private synchronized Running running() {
    if (running == null) {
      throw new IllegalStateException("The stand-in is not running");
    }
    return running;
  }

  private HttpServer open() {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port);
    try {
      if (settings.tls == null) {
        return HttpServer.create(address, 0);
      }
      HttpsServer server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(settings.tls));
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Cannot listen on port " + settings.port + " of the loopback address", failure);
    }
  }

  /** Collects settings; each has the value of a fresh Snipe-IT 8.1.4 unless set. */
  public static final class Builder {

    private Content content = Estate.invented(1, 100);
    private int port;
    private String basePath = "";
    private int maxResults = 500;
    private int throttlePerMinute = 120;
    private ThrottleShape throttleShape = ThrottleShape.PLAIN;
    private SiteSettings site = SiteSettings.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private @Nullable SSLContext tls;
    private final Map<String, Integer> tokens =
        new HashMap<>(Map.of(InventedToken.FIRST_USER, InventedCompany.FIRST_USER));

    private Builder() {}

    /** What is served; an invented estate of 100 assets by default. */
    public Builder serving(Content served) {
      content = Objects.requireNonNull(served, "served");
      return this;
    }

    /** The port on the loopback address; 0, the default, takes any free one. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /**
     * Puts the installation into a directory of its host.
     *
     * @param path {@code /assets} for example
     */
    public Builder basePath(String path) {
      if (!path.matches("(/[\\w.-]+)*")) {
        throw new IllegalArgumentException(
            "A base path looks like /assets or is empty, not " + path);
      }
      basePath = path;
      return this;
    }

    /** The largest page ({@code MAX_RESULTS}); 500 by default. */
    public Builder maxResults(int rows) {
      maxResults = rows;
      return this;
    }

    /** Calls a minute for each user ({@code API_THROTTLE_PER_MINUTE}); 120 by default. */
    public Builder throttlePerMinute(int calls) {
      throttlePerMinute = calls;
      return this;
    }

    /** How a call above the limit is refused; as 8.1.4 does by default. */
    public Builder throttleShape(ThrottleShape shape) {
      throttleShape = Objects.requireNonNull(shape, "shape");
      return this;
    }

    /** The clock of the throttle's window. */
    public Builder clock(Clock throttleClock) {
      clock = Objects.requireNonNull(throttleClock, "throttleClock");
      return this;
    }

    public Builder site(SiteSettings settings) {
      site = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * Accepts another token, for a user of the content. What it may do and see is what that user's
     * {@code permissions} and company say at the time of each call.
     */
    public Builder token(String token, int userId) {
      tokens.put(token, userId);
      return this;
    }

    /** Speaks HTTPS with this context's certificate. */
    public Builder https(SSLContext context) {
      tls = Objects.requireNonNull(context, "context");
      return this;
    }

    public SnipeItStandIn build() {
      return new SnipeItStandIn(this);
    }
  }
}
