package io.assetsync.notification;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers of a run with their names, for people. */
final class Facts {

  private Facts() {}

  /** Returns them in the order to be shown; empty if the notice is about no run. */
  static Map<String, String> of(Notice notice) {
    Map<String, String> facts = new LinkedHashMap<>();
    Optional<RunSummary> found = notice.run();
    if (found.isPresent()) {
      add(facts, found.get());
    }
    return facts;
  }

  private static void add(Map<String, String> facts, RunSummary run) {
    facts.put("Run", run.id() + ", " + run.mode() + ", " + run.outcome());
    facts.put("Started", run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("Took", Duration.between(run.startedAt(), run.finishedAt()).toSeconds() + " s");
    facts.put(
        "Changes",
        run.changes().created()
            + " new, "
            + run.changes().updated()
            + " changed, "
            + run.changes().removed()
            + " gone");
    if (!run.held().isEmpty()) {
      facts.put(
          "Held back",
          run.held().entrySet().stream()
              .map(held -> held.getValue() + " " + held.getKey())
              .collect(Collectors.joining(", ")));
    }
  }
}
