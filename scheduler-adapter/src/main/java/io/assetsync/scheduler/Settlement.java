package io.assetsync.scheduler;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.TimeTakenException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each time has its record: of the run that it starts, or of why it starts none.
 *
 * <p>A time is settled only once it has its record. So whoever is killed in between leaves it to
 * the others, and the run log lets it have one record only, whoever comes first.
 */
record Settlement(
    Timetable timetable,
    Duration grace,
    SyncTrigger trigger,
    SyncService service,
    ScheduleLog log) {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  /**
   * Starts one run for the times that are due and not later than the grace, and records the others
   * as missed.
   *
   * @param settled until when times have their record
   * @param whyLate why times may be late, for the record
   * @return until when times are settled
   * @throws RuntimeException what {@link SyncTrigger#trigger} throws if there is no record yet
   */
  Instant settle(Instant settled, Instant now, String whyLate) {
    Instant tooLate = now.minus(grace).minusMillis(1);
    Instant from = giveUp(settled, tooLate, whyLate);
    DueTimes due = timetable.due(from, now);
    if (due.isEmpty()) {
      return from;
    }
    startRun(due);
    log.settle(due.last());
    return due.last();
  }

  /**
   * Records every time until an instant as missed.
   *
   * @return until when times are settled
   */
  Instant giveUp(Instant settled, Instant until, String reason) {
    DueTimes missed = timetable.due(settled, until);
    if (missed.isEmpty()) {
      return settled;
    }
    String more = missed.more() == 0 ? "" : "; so were %d times before".formatted(missed.more());
    try {
      service.miss(missed.request(), reason + more);
    } catch (TimeTakenException e) {
      LOG.debug("Another instance has recorded {}", missed);
    }
    log.settle(missed.last());
    return missed.last();
  }

  private void startRun(DueTimes due) {
    try {
      RunId run = trigger.trigger(due.request()).id();
      LOG.debug("{} started run {}", due, run);
    } catch (RunInProgressException e) {
      LOG.debug("Skipped {}: {}", due, e.getMessage());
    } catch (TimeTakenException e) {
      LOG.debug("Another instance has seen to {}", due);
    }
  }
}
