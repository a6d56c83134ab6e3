package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it stands or ended.
 *
 * @param id its number
 * @param request what was asked for
 * @param startedAt when it began
 * @param finishedAt when it ended; empty exactly while it is running
 * @param outcome how it stands or ended
 * @param types one part for each type that was read to its end or undone; without changes unless
 *     there was a plan
 * @param objections the guards' reasons, if any
 * @param failure why it failed, was skipped, cancelled or interrupted
 * @param phases how long it was in each phase that it came to
 */
public record RunReport(
    RunId id,
    RunRequest request,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Outcome outcome,
    List<TypeReport> types,
    List<Objection> objections,
    Optional<Failure> failure,
    Map<Phase, Duration> phases) {

  public RunReport {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(finishedAt, "finishedAt");
    requireNonNull(outcome, "outcome");
    types = List.copyOf(types);
    objections = List.copyOf(objections);
    requireNonNull(failure, "failure");
    phases = Map.copyOf(phases);
    if (finishedAt.isEmpty() != (outcome == Outcome.RUNNING)) {
      throw new IllegalArgumentException("a run has an end unless it is running");
    }
  }

  /** Returns the report of a run that has just begun. */
  public static RunReport started(RunId id, RunRequest request, Instant at) {
    return new RunReport(
        id,
        request,
        at,
        Optional.empty(),
        Outcome.RUNNING,
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  /** Returns the report of this run, ended by a failure, before anything was published. */
  public RunReport failed(Outcome how, Failure why, Instant at) {
    return ended(how, types, objections, Optional.of(why), at);
  }

  /** Returns the report of this run, ended by the review of its plan. */
  public RunReport concluded(
      Outcome how, List<TypeReport> parts, List<Objection> raised, Instant at) {
    return ended(how, parts, raised, Optional.empty(), at);
  }

  private RunReport ended(
      Outcome how,
      List<TypeReport> parts,
      List<Objection> raised,
      Optional<Failure> why,
      Instant at) {
    return new RunReport(id, request, startedAt, Optional.of(at), how, parts, raised, why, phases);
  }

  public RunReport withTypes(List<TypeReport> parts) {
    return new RunReport(
        id, request, startedAt, finishedAt, outcome, parts, objections, failure, phases);
  }

  public RunReport withPhases(Map<Phase, Duration> times) {
    return new RunReport(
        id, request, startedAt, finishedAt, outcome, types, objections, failure, times);
  }
}
