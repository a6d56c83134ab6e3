package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What the calls show and control.
 *
 * @param trigger starts and cancels runs
 * @param runs what became of them
 * @param activeRuns how far the run under way is
 * @param changes what runs changed
 * @param contents what the mirror holds
 * @param sourcePages where Snipe-IT shows its pages to people, without a slash at the end, for
 *     links to assets; empty if there are to be none
 * @param schedule when runs start by themselves
 * @param freshnessLimit the age at which the mirror is no longer fresh; empty if there is none
 */
public record Services(
    SyncTrigger trigger,
    RunLog runs,
    ActiveRuns activeRuns,
    RunChanges changes,
    MirrorContents contents,
    Optional<URI> sourcePages,
    SyncSchedule schedule,
    Optional<Duration> freshnessLimit) {

  public Services {
    requireNonNull(trigger, "trigger");
    requireNonNull(runs, "runs");
    requireNonNull(activeRuns, "activeRuns");
    requireNonNull(changes, "changes");
    requireNonNull(contents, "contents");
    requireNonNull(sourcePages, "sourcePages");
    requireNonNull(schedule, "schedule");
    requireNonNull(freshnessLimit, "freshnessLimit");
    freshnessLimit.ifPresent(Services::requirePositive);
  }

  private static void requirePositive(Duration limit) {
    if (limit.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("the freshness limit must be above zero, not " + limit);
    }
  }
}
