package io.assetsync.scheduler;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;

/**
 * Calls back after a while, once for each time it is set: a Quartz scheduler with one job and at
 * most one trigger, in memory or shared by all instances. One of those that share it is called.
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

  private QuartzTimer(Properties properties, Runnable callback) {
    try {
      quartz = create(properties);
    } catch (SchedulerException e) {
      throw unusable(e);
    }
    try {
      quartz.setJobFactory((fired, scheduler) -> new Call(callback));
      quartz.addJob(job, true);
    } catch (SchedulerException e) {
      close();
      throw unusable(e);
    }
  }

  static QuartzTimer inMemory(Runnable callback) {
    Properties properties = properties("asset-sync", "in memory");
    properties.put(StdSchedulerFactory.PROP_JOB_STORE_CLASS, RAMJobStore.class.getName());
    return new QuartzTimer(properties, callback);
  }

  /** Returns a timer that those with the same schema share. It uses the database at once. */
  static QuartzTimer clustered(ScheduleCluster cluster, Runnable callback) {
    String id = UUID.randomUUID().toString();
    // An instance that is started again under its name is not to be taken for the one that died.
    Properties properties = properties("asset-sync", cluster.instance() + " " + id);
    DBConnectionManager.getInstance()
        .addConnectionProvider(id, new PooledConnections(cluster.connections()));
    String store = StdSchedulerFactory.PROP_JOB_STORE_PREFIX + ".";
    properties.put(StdSchedulerFactory.PROP_JOB_STORE_CLASS, JobStoreTX.class.getName());
    properties.put(store + "driverDelegateClass", PostgreSQLDelegate.class.getName());
    properties.put(store + "dataSource", id);
    properties.put(
        store + "tablePrefix", "\"" + cluster.schema().replace("\"", "\"\"") + "\".qrtz_");
    properties.put(store + "useProperties", "true");
    properties.put(store + "isClustered", "true");
    properties.put(store + "clusterCheckinInterval", "5000");
    properties.put(store + "acquireTriggersWithinLock", "true");
    return new QuartzTimer(properties, callback);
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
      quartz.scheduleJob(job, Set.of(next), true);
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

  /** Ends it for good. A callback under way goes on; nor is the database waited for. */
  @Override
  public void close() {
    try {
      quartz.shutdown(false);
    } catch (SchedulerException e) {
      throw unusable(e);
    }
  }

  /** Those that share a timer have one name, which Quartz wants to be unique in a JVM. */
  private static Scheduler create(Properties properties) throws SchedulerException {
    SchedulerRepository repository = SchedulerRepository.getInstance();
    synchronized (QuartzTimer.class) {
      Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
      repository.remove(scheduler.getSchedulerName());
      return scheduler;
    }
  }

  private static Properties properties(String name, String instance) {
    Properties properties = new Properties();
    properties.put(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, name);
    properties.put(StdSchedulerFactory.PROP_SCHED_INSTANCE_ID, instance);
    properties.put(StdSchedulerFactory.PROP_SCHED_THREAD_NAME, "asset-sync-schedule");
    properties.put(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
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
