package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as it stands or ended.
 *
 * @param id its number
 * @param request what was asked for
 * @param startedAt when it began
 * @param finishedAt when it ended; empty exactly while it is running
 * @param outcome how it stands or ended
 * @param types one part for each type that was planned; empty unless the run came that far
 * @param objections the guards' reasons, if any
 * @param failure why it failed, was skipped, cancelled or interrupted
 */
public record RunReport(
    RunId id,
    RunRequest request,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Outcome outcome,
    List<TypeReport> types,
    List<Objection> objections,
    Optional<Failure> failure) {

  public RunReport {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(finishedAt, "finishedAt");
    requireNonNull(outcome, "outcome");
    types = List.copyOf(types);
    objections = List.copyOf(objections);
    requireNonNull(failure, "failure");
    if (finishedAt.isEmpty() != (outcome == Outcome.RUNNING)) {
      throw new IllegalArgumentException("a run has an end unless it is running");
    }
  }

  /** Returns the report of a run that has just begun. */
  public static RunReport started(RunId id, RunRequest request, Instant at) {
    return new RunReport(
        id, request, at, Optional.empty(), Outcome.RUNNING, List.of(), List.of(), Optional.empty());
  }

  /** Returns the report of this run, ended by a failure, before anything was published. */
  public RunReport failed(Outcome outcome, Failure why, Instant at) {
    return new RunReport(
        id, request, startedAt, Optional.of(at), outcome, types, objections, Optional.of(why));
  }

  /** Returns the report of this run, ended by the review of its plan. */
  public RunReport concluded(
      Outcome outcome, List<TypeReport> types, List<Objection> objections, Instant at) {
    return new RunReport(
        id, request, startedAt, Optional.of(at), outcome, types, objections, Optional.empty());
  }
}
