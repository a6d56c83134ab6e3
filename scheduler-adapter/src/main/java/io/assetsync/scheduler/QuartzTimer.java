package io.assetsync.scheduler;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/**
 * Calls back after a while, once for each time it is set: a Quartz scheduler of its own, in memory,
 * with one job and at most one trigger.
 *
 * <p>Made standing by. Its threads are daemons. Usable from any thread.
 */
final class QuartzTimer implements AutoCloseable {

  /** Quartz fires up to two milliseconds early, when there would be nothing to do yet. */
  private static final Duration LATER_THAN_QUARTZ = Duration.ofMillis(5);

  private static final TriggerKey NEXT = new TriggerKey("next", "Asset Sync");

  private final Scheduler quartz;
  private final JobDetail job =
      newJob(Call.class).withIdentity("Asset Sync").storeDurably().build();

  QuartzTimer(Runnable callback) {
    try {
      quartz = new StdSchedulerFactory(properties()).getScheduler();
      quartz.setJobFactory((fired, scheduler) -> new Call(callback));
      quartz.addJob(job, false);
    } catch (SchedulerException e) {
      throw unusable(e);
    }
  }

  /** Lets the callback come after this while, instead of what was set before. */
  void set(Duration wait) {
    Instant at = Instant.now().plus(wait).plus(LATER_THAN_QUARTZ);
    Trigger next =
        newTrigger()
            .withIdentity(NEXT)
            .forJob(job)
            .startAt(Date.from(at))
            // It fires however late it is: what is too late is for the callback to say.
            .withSchedule(simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
            .build();
    try {
      quartz.unscheduleJob(NEXT);
      quartz.scheduleJob(next);
    } catch (SchedulerException e) {
      throw unusable(e);
    }
  }

  void start() {
    try {
      quartz.start();
    } catch (SchedulerException e) {
      throw unusable(e);
    }
  }

  void standby() {
    try {
      quartz.standby();
    } catch (SchedulerException e) {
      throw unusable(e);
    }
  }

  /** Ends it for good, once a callback under way has returned. */
  @Override
  public void close() {
    try {
      quartz.shutdown(true);
    } catch (SchedulerException e) {
      throw unusable(e);
    }
  }

  private static Properties properties() {
    Properties properties = new Properties();
    // Quartz registers schedulers by name for the whole JVM.
    properties.put(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "asset-sync-" + UUID.randomUUID());
    properties.put(StdSchedulerFactory.PROP_SCHED_THREAD_NAME, "asset-sync-schedule");
    properties.put(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    properties.put(StdSchedulerFactory.PROP_JOB_STORE_CLASS, RAMJobStore.class.getName());
    properties.put(StdSchedulerFactory.PROP_THREAD_POOL_CLASS, SimpleThreadPool.class.getName());
    properties.put("org.quartz.threadPool.threadCount", "1");
    properties.put("org.quartz.threadPool.threadNamePrefix", "asset-sync-schedule-worker");
    properties.put("org.quartz.threadPool.makeThreadsDaemons", "true");
    return properties;
  }

  private static IllegalStateException unusable(SchedulerException cause) {
    return new IllegalStateException("Quartz cannot be used", cause);
  }

  /** What Quartz sees of the callback. */
  private record Call(Runnable callback) implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      callback.run();
    }
  }
}
