package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.health.HealthProbe;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Service;
import spark.embeddedserver.EmbeddedServers;
import spark.embeddedserver.jetty.EmbeddedJettyFactory;

/**
 * Answers the calls that control and watch synchronisation.
 *
 * <p>Making one does no I/O. Its threads keep the program alive from {@link #start()} to {@link
 * #close()}. Usable from any thread. What it was given is the caller's to close, after this.
 */
public final class HttpServer implements AutoCloseable {

  /**
   * The key and the lock of the one place in Spark's map of the JVM's embedded servers that each
   * server of ours takes while it starts.
   */
  private static final Object SPARK_PLACE = new Object();

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private final HttpConfig config;
  private final Clock clock;
  private final Probes probes;
  private final StatusBoard board;
  private final EventStreams streams;
  private final StartCalls startCalls;
  private final Access access;
  private final Calls calls;
  private @Nullable Service service;
  private @Nullable JettyListener listener;
  private boolean closed;

  /**
   * @param services what the calls show and control
   * @param probes what {@code /health} asks, in this order
   * @param metrics what {@code /metrics} tells
   * @param installation what {@code /system} tells
   * @throws IllegalArgumentException if two probes have one name, or a required one is missing
   */
  public HttpServer(
      HttpConfig config,
      Services services,
      List<HealthProbe> probes,
      Metrics metrics,
      Installation installation,
      Clock clock) {
    this.config = requireNonNull(config, "config");
    requireNonNull(services, "services");
    requireNonNull(metrics, "metrics");
    requireNonNull(installation, "installation");
    this.clock = requireNonNull(clock, "clock");
    requireProbes(probes, config.requiredProbes());
    this.probes = new Probes(probes, config.probeTimeout());
    this.board = new StatusBoard(services, clock);
    this.streams = new EventStreams(board, clock);
    this.startCalls = new StartCalls(services.trigger(), services.runs(), board, clock);
    this.access = new Access(config.security(), clock);
    List<Call> all = new ArrayList<>(startCalls.calls());
    all.addAll(new RunCalls(services.runs(), services.trigger(), board, clock).calls());
    all.addAll(new ChangeCalls(services.runs(), services.changes()).calls());
    all.addAll(new AssetCalls(services.contents(), services.sourcePages()).calls());
    all.add(TotalsCall.showing(services.contents(), clock));
    all.addAll(new StatusCalls(board, streams).calls());
    all.addAll(new ScheduleCalls(services.schedule(), board).calls());
    all.addAll(new HealthCalls(this.probes, config.requiredProbes()).calls());
    all.add(MetricsCall.showing(metrics));
    all.add(new SystemCall(installation, services.schedule()).call());
    all.addAll(new SessionCalls(access).calls());
    all.addAll(new DocumentationCalls().calls());
    PageCalls page = new PageCalls();
    all.add(page.files());
    all.add(IndexCall.listing(all, page));
    RateLimit rates = new RateLimit(config.limits().requestsPerSecond(), System::nanoTime);
    Gate gate = new Gate(config.reach().names(), config.isLocal(), rates);
    this.calls = new Calls(all, gate, access, metrics);
  }

  /**
   * Listens and answers from now on.
   *
   * @throws ListenException if the address cannot be had, as when another program uses the port
   * @throws IllegalArgumentException if the files for HTTPS cannot be used
   * @throws IllegalStateException if it was started or closed before
   */
  public synchronized void start() {
    if (listener != null || closed) {
      throw new IllegalStateException("a server is started once");
    }
    JettyListener jetty = new JettyListener(config, clock);
    try {
      board.start(streams::tell);
      service = serve(jetty);
      listener = jetty;
      access.prepare();
      warnIfTokensAreInClear();
    } finally {
      if (listener == null) {
        jetty.release();
      }
    }
  }

  /**
   * Returns the port that is listened at.
   *
   * @throws IllegalStateException before {@link #start()} and after {@link #close()}
   */
  public synchronized int port() {
    if (listener == null) {
      throw new IllegalStateException("the server does not listen");
    }
    return listener.port();
  }

  /** Shows at once what has changed; without this it is seen within a second. */
  public void refresh() {
    board.refresh();
  }

  /**
   * Takes no more calls, lets those under way end within the stop timeout, and stops for good. A
   * call that waits for a run gets its report if the run ends in half that time, and else the
   * answer that the run goes on.
   */
  @Override
  public synchronized void close() {
    closed = true;
    startCalls.stopWaiting(config.stopTimeout().dividedBy(2));
    streams.close();
    if (service != null) {
      service.stop();
      service.awaitStop();
    }
    service = null;
    listener = null;
    board.close();
    probes.close();
  }

  private Service serve(JettyListener jetty) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    synchronized (SPARK_PLACE) {
      EmbeddedServers.add(SPARK_PLACE, new EmbeddedJettyFactory(jetty));
      Service spark = Service.ignite();
      spark.embeddedServerIdentifier(SPARK_PLACE);
      spark.port(jetty.port());
      spark.ipAddress(config.host());
      spark.untrustForwardHeaders();
      spark.initExceptionHandler(failure::set);
      calls.install(spark);
      jetty.routesInstalled();
      spark.awaitInitialization();
      if (failure.get() != null) {
        throw new IllegalStateException("the HTTP server did not start", failure.get());
      }
      return spark;
    }
  }

  private void warnIfTokensAreInClear() {
    Reach reach = config.reach();
    if (!config.isLocal() && reach.tls().isEmpty() && reach.trustedProxies().isEmpty()) {
      LOG.warn(
          "The server listens at {} without HTTPS: tokens travel in clear. Give it a certificate, or"
              + " put a proxy with HTTPS before it and name that as trusted",
          config.host());
    }
  }

  private static void requireProbes(List<HealthProbe> probes, Set<String> required) {
    Set<String> names = new HashSet<>();
    for (HealthProbe probe : probes) {
      if (!names.add(probe.name())) {
        throw new IllegalArgumentException("two probes are named '" + probe.name() + "'");
      }
    }
    for (String name : required) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "the required probe '" + name + "' is not among the probes given: " + names);
      }
    }
  }
}
