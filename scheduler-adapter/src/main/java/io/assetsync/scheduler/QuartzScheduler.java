package io.assetsync.scheduler;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.SyncException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a full run at each time of every day, by Quartz.
 *
 * <p>A time starts at most one run. Noticed late, as after the machine slept, it still starts one
 * within the grace; after that it is missed, and a warning says so. Times that are due together
 * start one run together. A time that comes while a run is under way is skipped.
 *
 * <p>Made stopped; {@link #start()} begins. It works on daemon threads and keeps nothing on disk.
 * Usable from any thread.
 */
public final class QuartzScheduler implements SyncSchedule, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(QuartzScheduler.class);
  private static final int MAX_LISTED = 3;

  private final Timetable timetable;
  private final Duration grace;
  private final SyncTrigger trigger;
  private final Clock clock;

  /** What was due until here is started or given up. Never goes back, even if the clock does. */
  private Instant settled = Instant.MIN;

  private @Nullable QuartzTimer timer;
  private boolean running;
  private boolean closed;

  /**
   * @param clock tells what is due; it may differ from the system's by a constant
   */
  public QuartzScheduler(SchedulerConfig config, SyncTrigger trigger, Clock clock) {
    this.timetable = new Timetable(config.times(), config.zone());
    this.grace = config.grace();
    this.trigger = requireNonNull(trigger, "trigger");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * @throws IllegalStateException if this schedule is closed
   */
  @Override
  public synchronized void start() {
    if (closed) {
      throw new IllegalStateException("the schedule is closed");
    }
    if (running) {
      return;
    }
    if (timer == null) {
      timer = new QuartzTimer(this::startDueRuns);
    }
    settled = now();
    setTimer(timer);
    timer.start();
    running = true;
  }

  @Override
  public synchronized void stop() {
    if (!running || timer == null) {
      return;
    }
    timer.standby();
    running = false;
    List<UpcomingRun> due = settle(now());
    if (!due.isEmpty()) {
      LOG.warn("Missed {}: the schedule was stopped before it could start a run", listed(due));
    }
  }

  @Override
  public synchronized boolean running() {
    return running;
  }

  @Override
  public ZoneId zone() {
    return timetable.zone();
  }

  @Override
  public synchronized List<UpcomingRun> upcoming() {
    return running ? timetable.upcoming(now()) : List.of();
  }

  /**
   * Stops for good. A run that is being started has begun when this returns; runs under way go on.
   * Closing again has no effect.
   */
  @Override
  public void close() {
    QuartzTimer last = retire();
    if (last != null) {
      last.close();
    }
  }

  private synchronized @Nullable QuartzTimer retire() {
    stop();
    closed = true;
    QuartzTimer last = timer;
    timer = null;
    return last;
  }

  /** Starts or gives up what is due. Quartz calls it; calling it too early or twice is harmless. */
  void startDueRuns() {
    Instant now;
    List<UpcomingRun> due;
    synchronized (this) {
      if (!running || timer == null) {
        return;
      }
      now = now();
      due = settle(now);
      setTimer(timer);
    }
    Instant earliest = now.minus(grace);
    List<UpcomingRun> missed = where(due, run -> run.at().toInstant().isBefore(earliest));
    if (!missed.isEmpty()) {
      LOG.warn(
          "Missed {}: noticed at {}, more than {} s late",
          listed(missed),
          now.atZone(zone()).toOffsetDateTime(),
          grace.toSeconds());
    }
    List<UpcomingRun> startable = where(due, run -> !run.at().toInstant().isBefore(earliest));
    if (!startable.isEmpty()) {
      startRun(startable);
    }
  }

  private void startRun(List<UpcomingRun> due) {
    try {
      RunId run = trigger.trigger(RunRequest.full("schedule")).id();
      LOG.debug("{} started run {}", listed(due), run);
    } catch (RunInProgressException e) {
      LOG.warn("Skipped {}: {}", listed(due), e.getMessage());
    } catch (SyncException e) {
      LOG.error("Could not start {}: {}", listed(due), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Could not start {}", listed(due), e);
    }
  }

  private List<UpcomingRun> settle(Instant until) {
    List<UpcomingRun> due = timetable.due(settled, until);
    settled = until;
    return due;
  }

  private Instant now() {
    Instant now = clock.instant();
    return now.isAfter(settled) ? now : settled;
  }

  private void setTimer(QuartzTimer quartz) {
    quartz.set(Duration.between(clock.instant(), timetable.next(now())));
  }

  private static List<UpcomingRun> where(List<UpcomingRun> runs, Predicate<UpcomingRun> holds) {
    return runs.stream().filter(holds).toList();
  }

  private static String listed(List<UpcomingRun> runs) {
    String shown =
        runs.stream()
            .limit(MAX_LISTED)
            .map(run -> run.name() + " of " + run.at().toOffsetDateTime())
            .collect(joining(", "));
    int more = runs.size() - MAX_LISTED;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
