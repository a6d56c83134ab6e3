package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.run.Claims;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the configured receivers of runs that end badly, of recovery, of missed times, and of a
 * mirror that is no longer fresh.
 *
 * <p>Events are taken in no time: what they mean is found out by a thread of this, and each
 * receiver is told by a thread of its own. Usable from any thread; without receivers it does
 * nothing. Close it when no more runs come; it then waits a few seconds for what is under way.
 */
public final class NotifyingListener implements SyncListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NotifyingListener.class);

  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Receivers receivers;
  private final RunEnds ends;
  private final Notices notices;
  private final Optional<FreshnessWatch> freshness;
  private final ScheduledThreadPoolExecutor thread;

  /**
   * @param trust the servers to be trusted
   * @param deliveries learns what becomes of notices
   */
  public NotifyingListener(
      NotificationConfig config,
      RunLog runs,
      Claims claims,
      Trust trust,
      Clock clock,
      DeliveryListener deliveries) {
    this(config, runs, claims, Receivers.of(config, trust, clock, deliveries), clock);
  }

  NotifyingListener(
      NotificationConfig config, RunLog runs, Claims claims, Receivers receivers, Clock clock) {
    this.receivers = requireNonNull(receivers, "receivers");
    this.ends = new RunEnds(requireNonNull(runs, "runs"));
    this.notices = new Notices(clock, config.pageUrl());
    this.freshness =
        config
            .freshnessLimit()
            .filter(limit -> config.hasReceivers())
            .map(limit -> new FreshnessWatch(runs, claims, notices, limit, clock));
    this.thread =
        new ScheduledThreadPoolExecutor(1, NotifyingListener::daemon, new DiscardPolicy());
  }

  /** Watches freshness from now on, if that is configured. To be called once, by a service. */
  public void watchFreshness() {
    if (freshness.isPresent()) {
      Future<?> unused =
          thread.scheduleWithFixedDelay(
              guarded(this::checkFreshness), 0, BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void runStarted(RunStarted event) {
    later(() -> freshness.ifPresent(FreshnessWatch::begin));
  }

  @Override
  public void runFinished(RunFinished event) {
    later(() -> ended(event.report()));
  }

  @Override
  public void timesMissed(TimesMissed event) {
    later(() -> receivers.tell(notices.missed(event.report())));
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    receivers.close(PATIENCE);
  }

  private void ended(RunReport report) {
    Optional<NoticeKind> kind = RunEnds.kind(report);
    if (kind.isEmpty()) {
      return;
    }
    receivers.tell(notices.ofRun(kind.get(), report));
    if (kind.get() == NoticeKind.SUCCESS && hasRecovered(report)) {
      receivers.tell(notices.ofRun(NoticeKind.RECOVERY, report));
    }
  }

  private boolean hasRecovered(RunReport report) {
    boolean followsTrouble = ends.followsTrouble(report);
    return freshness.map(watch -> watch.succeeded(report, followsTrouble)).orElse(followsTrouble);
  }

  private void checkFreshness() {
    freshness.flatMap(FreshnessWatch::check).ifPresent(receivers::tell);
  }

  private void later(Runnable work) {
    if (!receivers.isEmpty()) {
      thread.execute(guarded(work));
    }
  }

  /** Keeps the thread and its timer alive, whatever happens. */
  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error("A notice could not be made", e);
      }
    };
  }

  private static Thread daemon(Runnable work) {
    Thread made = new Thread(work, "asset-sync-notices");
    made.setDaemon(true);
    return made;
  }
}
