package io.assetsync.http;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.SyncTrigger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** The calls that show runs and cancel them. */
final class RunCalls {

  private static final int MAX_RUNS = 100;
  private static final int DEFAULT_RUNS = 20;

  /** How many runs one call looks through for those with an outcome. */
  private static final int MAX_SEARCHED = 2000;

  private static final String ANY = "any";
  private static final List<String> OUTCOMES =
      Stream.concat(Stream.of(ANY), Arrays.stream(Outcome.values()).map(Outcome::code)).toList();

  private final RunLog runs;
  private final SyncTrigger trigger;
  private final StatusBoard board;
  private final Clock clock;

  RunCalls(RunLog runs, SyncTrigger trigger, StatusBoard board, Clock clock) {
    this.runs = runs;
    this.trigger = trigger;
    this.board = board;
    this.clock = clock;
  }

  List<Call> calls() {
    return List.of(
        Call.get("/sync/runs", "lists runs, newest first", this::list),
        Call.get("/sync/runs/:id", "shows a run", this::show),
        Call.post("/sync/runs/:id/cancellation", "stops a run under way", this::cancel));
  }

  /**
   * Returns the run that the path names.
   *
   * @throws Problem if there is none
   */
  static RunReport find(Request request, RunLog runs) {
    RunId id = Parameters.runId(request);
    return runs.find(id)
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "there is no run " + id));
  }

  private Answer list(Request request) {
    int limit = Parameters.number(request, "limit", 1, MAX_RUNS, DEFAULT_RUNS);
    Optional<RunId> before = Parameters.runId(request, "before");
    String outcome = Parameters.word(request, "outcome", OUTCOMES);
    Search search = search(before, limit, outcome);
    String next =
        search
            .rest()
            .map(
                rest ->
                    new Link("/sync/runs")
                        .with("limit", String.valueOf(limit))
                        .with("outcome", outcome.equals(ANY) ? "" : outcome)
                        .with("before", rest.toString())
                        .below(request))
            .orElse(null);
    return Answer.ok(
        new RunsView(
            search.found().stream()
                .map(report -> RunSummaryView.of(report, clock.instant()))
                .toList(),
            next));
  }

  /**
   * Some runs, newest first.
   *
   * @param rest the run before which there may be more
   */
  private record Search(List<RunReport> found, Optional<RunId> rest) {}

  private Search search(Optional<RunId> before, int limit, String outcome) {
    List<RunReport> found = new ArrayList<>();
    Optional<RunId> place = before;
    for (int searched = 0; searched < MAX_SEARCHED; ) {
      int wanted = outcome.equals(ANY) ? limit + 1 : MAX_RUNS;
      List<RunReport> page =
          place.isPresent() ? runs.before(place.get(), wanted) : runs.latest(wanted);
      for (RunReport run : page) {
        if (!outcome.equals(ANY) && !run.outcome().code().equals(outcome)) {
          continue;
        }
        if (found.size() == limit) {
          return new Search(found, Optional.of(found.get(limit - 1).id()));
        }
        found.add(run);
      }
      if (page.size() < wanted) {
        return new Search(found, Optional.empty());
      }
      searched += page.size();
      place = Optional.of(page.get(page.size() - 1).id());
    }
    return new Search(found, place);
  }

  private Answer show(Request request) {
    return Answer.ok(RunView.of(find(request, runs), clock.instant()));
  }

  private Answer cancel(Request request) {
    RunReport run = find(request, runs);
    if (!trigger.cancel(run.id())) {
      throw new Problem(
          ProblemType.RUN_ENDED,
          "run %s is not under way: it was %s"
              .formatted(run.id(), run.outcome().code().toLowerCase(Locale.ROOT)));
    }
    board.refresh();
    return AcceptedView.answer("cancelling", run.id());
  }

  /**
   * Runs, newest first.
   *
   * @param next where the older ones are; null if there are none
   */
  private record RunsView(List<RunSummaryView> runs, @Nullable String next) {}
}
