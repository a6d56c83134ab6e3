package io.assetsync.scheduler;

import static java.util.stream.Collectors.joining;

import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.SyncSchedule.UpcomingRun;
import java.time.Instant;
import java.util.List;

/**
 * Times that one run or one record is for.
 *
 * @param times in order, the last ones
 * @param more how many came before those
 */
record DueTimes(List<UpcomingRun> times, long more) {

  /** A service that was away for a month may have missed tens of thousands. */
  static final int MAX_LISTED = 1000;

  private static final int MAX_SHOWN = 3;

  DueTimes {
    times = List.copyOf(times);
  }

  /**
   * @param times in order
   * @param all how many there are, not all of which need to be given
   */
  static DueTimes lastOf(List<UpcomingRun> times, long all) {
    List<UpcomingRun> last = times.subList(Math.max(0, times.size() - MAX_LISTED), times.size());
    return new DueTimes(last, all - last.size());
  }

  boolean isEmpty() {
    return times.isEmpty();
  }

  Instant first() {
    return times.get(0).at().toInstant();
  }

  Instant last() {
    return times.get(times.size() - 1).at().toInstant();
  }

  /** Returns the wish for one run for all of them, as wide as the widest. */
  RunRequest request() {
    boolean full = times.stream().anyMatch(time -> time.mode() == RunMode.FULL);
    return RunRequest.scheduled(
        full ? RunMode.FULL : RunMode.CHANGES,
        times.stream().map(time -> new ScheduledTime(time.name(), time.at().toInstant())).toList());
  }

  /** Returns them for people, not all if they are many. */
  @Override
  public String toString() {
    String shown =
        times.stream()
            .limit(MAX_SHOWN)
            .map(run -> run.name() + " of " + run.at().toOffsetDateTime())
            .collect(joining(", "));
    long others = times.size() - Math.min(times.size(), MAX_SHOWN) + more;
    return others > 0 ? shown + " and " + others + " more" : shown;
  }
}
