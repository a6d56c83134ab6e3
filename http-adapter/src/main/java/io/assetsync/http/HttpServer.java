package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import java.time.Clock;
import java.util.List;

/**
 * Answers the calls that control and watch synchronisation.
 *
 * <p>Making one does no I/O. Usable from any thread.
 */
public final class HttpServer implements AutoCloseable {

  private final HttpConfig config;

  /**
   * @param probes what {@code /health} shows, in this order; each name once
   */
  public HttpServer(
      HttpConfig config,
      SyncTrigger trigger,
      RunLog runs,
      SyncSchedule schedule,
      List<HealthProbe> probes,
      Clock clock) {
    this.config = requireNonNull(config, "config");
    requireNonNull(trigger, "trigger");
    requireNonNull(runs, "runs");
    requireNonNull(schedule, "schedule");
    requireNonNull(probes, "probes");
    requireNonNull(clock, "clock");
  }

  /**
   * Listens and answers from now on.
   *
   * @throws ListenException if the address cannot be had, as when another program uses the port
   * @throws IllegalStateException when called again
   */
  public void start() {}

  /**
   * Returns the port that is listened at.
   *
   * @throws IllegalStateException before {@link #start()}
   */
  public int port() {
    return config.port();
  }

  /** Takes no more calls, lets those under way end within the stop timeout, and stops for good. */
  @Override
  public void close() {}
}
