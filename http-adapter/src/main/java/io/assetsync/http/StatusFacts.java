package io.assetsync.http;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * What was known of all runs at some moment.
 *
 * @param active the run under way
 * @param progress how far it is, if it has told
 * @param newest the newest runs, newest first
 * @param lastSuccess the run that the mirror is as fresh as
 */
record StatusFacts(
    Optional<RunReport> active,
    Optional<RunProgress> progress,
    List<RunReport> newest,
    Optional<RunReport> lastSuccess) {

  /** How many of the newest runs are looked at. */
  static final int NEWEST = 20;

  static StatusFacts read(Services services, Optional<StatusFacts> before) {
    List<RunReport> newest = services.runs().latest(NEWEST);
    Optional<RunId> running = services.runs().running();
    Optional<RunProgress> progress =
        running.flatMap(
            id -> services.activeRuns().current().filter(told -> told.run().equals(id)));
    Optional<RunReport> lastSuccess =
        before
            .filter(facts -> facts.newest.equals(newest))
            .map(StatusFacts::lastSuccess)
            .orElseGet(services.runs()::lastSuccess);
    return new StatusFacts(running.flatMap(services.runs()::find), progress, newest, lastSuccess);
  }

  /** Returns the newest run that has ended, other than those that did not begin. */
  Optional<RunReport> last() {
    return newest.stream()
        .filter(run -> run.finishedAt().isPresent())
        .filter(run -> run.outcome() != Outcome.SKIPPED && run.outcome() != Outcome.MISSED)
        .findFirst();
  }
}
