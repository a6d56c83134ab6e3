package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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

  private final HttpConfig config;
  private final Probes probes;
  private final RunCalls runCalls;
  private final Access access;
  private final Calls calls;
  private @Nullable Service service;
  private @Nullable JettyListener listener;
  private boolean closed;

  /**
   * @param probes what {@code /health} asks, in this order
   * @throws IllegalArgumentException if two probes have one name, or a required one is missing
   */
  public HttpServer(
      HttpConfig config,
      SyncTrigger trigger,
      RunLog runs,
      SyncSchedule schedule,
      List<HealthProbe> probes,
      Clock clock) {
    this(config, trigger, runs, schedule, probes, clock, Metrics.NONE);
  }

  /**
   * @param probes what {@code /health} asks, in this order
   * @param metrics what {@code /metrics} tells
   * @throws IllegalArgumentException if two probes have one name, or a required one is missing
   */
  public HttpServer(
      HttpConfig config,
      SyncTrigger trigger,
      RunLog runs,
      SyncSchedule schedule,
      List<HealthProbe> probes,
      Clock clock,
      Metrics metrics) {
    this.config = requireNonNull(config, "config");
    requireProbes(probes, config.requiredProbes());
    this.probes = new Probes(probes, config.probeTimeout());
    this.runCalls =
        new RunCalls(
            requireNonNull(trigger, "trigger"),
            requireNonNull(runs, "runs"),
            requireNonNull(clock, "clock"));
    List<Call> all = new ArrayList<>(runCalls.calls());
    all.addAll(new ScheduleCalls(requireNonNull(schedule, "schedule")).calls());
    all.addAll(new HealthCalls(this.probes, config.requiredProbes()).calls());
    this.access = new Access(config.security(), clock);
    all.addAll(new SessionCalls(access).calls());
    all.add(MetricsCall.showing(requireNonNull(metrics, "metrics")));
    all.add(IndexCall.listing(all));
    RateLimit rates = new RateLimit(config.limits().requestsPerSecond(), System::nanoTime);
    Gate gate = new Gate(config.reach().names(), config.isLocal(), rates);
    this.calls = new Calls(all, gate, access, metrics);
  }

  /**
   * Listens and answers from now on.
   *
   * @throws ListenException if the address cannot be had, as when another program uses the port
   * @throws IllegalStateException if it was started or closed before
   */
  public synchronized void start() {
    if (listener != null || closed) {
      throw new IllegalStateException("a server is started once");
    }
    JettyListener jetty = new JettyListener(config);
    try {
      service = serve(jetty);
      listener = jetty;
      access.prepare();
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

  /**
   * Takes no more calls, lets those under way end within the stop timeout, and stops for good. A
   * call that waits for a run gets its report if the run ends in half that time, and else the
   * answer that the run goes on.
   */
  @Override
  public synchronized void close() {
    closed = true;
    runCalls.stopWaiting(config.stopTimeout().dividedBy(2));
    if (service != null) {
      service.stop();
      service.awaitStop();
    }
    service = null;
    listener = null;
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
