package io.assetsync.scheduler;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.engine.LocalScheduleLog;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.ScheduleState.Instance;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs at their times, by Quartz; one instance or several with one record.
 *
 * <p>Every time gets one record: of the run it starts, or of why it starts none. Noticed late, it
 * still starts one within the grace; later it is missed. Times that are due together start one run
 * together, a full one if one of them is for that. A time that comes while a run is under way is
 * skipped.
 *
 * <p>Making one does no I/O; {@link #open()} takes part. It works on daemon threads. Usable from
 * any thread; what shows the schedule does no I/O either.
 */
public final class QuartzScheduler implements SyncSchedule, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(QuartzScheduler.class);
  private static final Duration BETWEEN_CHECK_INS = Duration.ofSeconds(5);
  private static final String ALONE = "this process";

  private final TimeKeeper keeper;
  private final ZoneId zone;
  private final Clock clock;
  private final Function<Runnable, QuartzTimer> timers;
  private final Lock arming = new ReentrantLock();
  private final AtomicReference<Optional<Instant>> armed = new AtomicReference<>(Optional.empty());
  private volatile @Nullable QuartzTimer timer;
  private @Nullable ScheduledThreadPoolExecutor checkIns;
  private boolean unusable;
  private boolean closed;

  private QuartzScheduler(
      TimeKeeper keeper, ZoneId zone, Clock clock, Function<Runnable, QuartzTimer> timers) {
    this.keeper = keeper;
    this.zone = zone;
    this.clock = clock;
    this.timers = timers;
  }

  /**
   * Returns a schedule of this process alone, which forgets everything with it.
   *
   * @param service records missed times
   * @param clock tells what is due; it may differ from the system's by a constant
   */
  public static QuartzScheduler inMemory(
      SchedulerConfig config, SyncTrigger trigger, SyncService service, Clock clock) {
    TimeKeeper keeper = keeper(config, trigger, service, new LocalScheduleLog(), ALONE, clock);
    return new QuartzScheduler(keeper, config.zone(), clock, QuartzTimer::inMemory);
  }

  /**
   * Returns an instance of a schedule that others may take part in, which outlives them all. They
   * have the same configuration.
   *
   * @param service records missed times
   * @param clock tells what is due; it may differ from the system's by a constant
   */
  public static QuartzScheduler clustered(
      SchedulerConfig config,
      SyncTrigger trigger,
      SyncService service,
      ScheduleCluster cluster,
      Clock clock) {
    TimeKeeper keeper = keeper(config, trigger, service, cluster.log(), cluster.instance(), clock);
    return new QuartzScheduler(
        keeper, config.zone(), clock, wake -> QuartzTimer.clustered(cluster, wake));
  }

  private static TimeKeeper keeper(
      SchedulerConfig config,
      SyncTrigger trigger,
      SyncService service,
      ScheduleLog log,
      String instance,
      Clock clock) {
    requireNonNull(trigger, "trigger");
    requireNonNull(service, "service");
    Timetable timetable = new Timetable(config.entries(), config.zone());
    return new TimeKeeper(
        new Settlement(timetable, config.grace(), trigger, service, log),
        instance,
        requireNonNull(clock, "clock"));
  }

  /**
   * Takes part. The schedule runs then, unless it was stopped and another instance is there. Again
   * it has no effect.
   *
   * @throws ClockOffException if the clock is further off that of the others than the grace
   * @throws io.assetsync.core.error.StoreException if the record cannot be reached or used
   * @throws IllegalStateException if this schedule is closed, or Quartz cannot be used
   */
  public void open() {
    keeper.open();
    beginTimer();
    arm();
  }

  /** Takes part if it does not yet, and starts the schedule for all; throws what that throws. */
  @Override
  public void start() {
    keeper.start();
    beginTimer();
    arm();
  }

  /**
   * @throws io.assetsync.core.error.StoreException if the record cannot be reached or used
   */
  @Override
  public void stop() {
    keeper.stop();
    arm();
  }

  @Override
  public boolean running() {
    return keeper.running();
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public List<UpcomingRun> upcoming() {
    return keeper.upcoming();
  }

  @Override
  public List<Instance> instances() {
    return keeper.instances();
  }

  /** Returns a look at whether this instance can keep the times; it does no I/O. */
  public HealthProbe probe() {
    return new ScheduleProbe(keeper);
  }

  /**
   * Takes part no more. A run that is being started has begun when this returns; runs under way and
   * other instances go on. Closing again has no effect.
   */
  @Override
  public void close() {
    QuartzTimer last = retire();
    if (last != null) {
      last.close();
    }
    keeper.close();
  }

  private synchronized @Nullable QuartzTimer retire() {
    closed = true;
    if (checkIns != null) {
      checkIns.shutdownNow();
    }
    QuartzTimer last = timer;
    timer = null;
    return last;
  }

  private synchronized void beginTimer() {
    if (closed || timer != null) {
      return;
    }
    timer = timers.apply(this::wake);
    checkIns = every(BETWEEN_CHECK_INS, keeper::checkIn, this::arm);
  }

  private void wake() {
    keeper.wake();
    rearm();
  }

  /** A timer that has called early is set again; what is held up is left to the check-ins. */
  private void rearm() {
    armed.updateAndGet(set -> set.filter(at -> at.isAfter(clock.instant())));
    arm();
  }

  /**
   * Sets the timer to the first time that has no record. Every instance sets the one that they
   * share, to the same: so it is set even if the one that was woken last has died.
   *
   * <p>Quartz may wait for the database or for another instance as long as it likes. Nobody waits
   * for that here: whoever sets the timer sees what has changed meanwhile.
   */
  private void arm() {
    QuartzTimer set = timer;
    if (set == null || !arming.tryLock()) {
      return;
    }
    try {
      for (Optional<Instant> next = keeper.next();
          !next.equals(armed.get());
          next = keeper.next()) {
        arm(set, next);
        armed.set(next);
      }
      unusable = false;
    } catch (IllegalStateException e) {
      meet(e);
    } finally {
      arming.unlock();
    }
  }

  private void arm(QuartzTimer set, Optional<Instant> next) {
    if (next.isEmpty()) {
      set.standby();
      return;
    }
    set.set(Duration.between(clock.instant(), next.get()));
    set.start();
  }

  /** The check-ins see to the times until the timer can be set again. */
  private void meet(IllegalStateException failure) {
    armed.set(Optional.empty());
    if (!unusable && timer != null) {
      LOG.warn("Runs start up to 20 s late until Quartz can be used again: {}", reason(failure));
      LOG.debug("Quartz cannot be used", failure);
    }
    unusable = true;
  }

  private static @Nullable String reason(IllegalStateException failure) {
    Throwable cause = failure.getCause();
    return (cause == null ? failure : cause).getMessage();
  }

  /** Does each work again and again, none of which keeps another waiting. */
  private static ScheduledThreadPoolExecutor every(Duration interval, Runnable... works) {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(
            works.length,
            work -> {
              Thread daemon = new Thread(work, "asset-sync-schedule-check-in");
              daemon.setDaemon(true);
              return daemon;
            });
    long millis = interval.toMillis();
    for (Runnable work : works) {
      ScheduledFuture<?> unused =
          threads.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }
    return threads;
  }
}
