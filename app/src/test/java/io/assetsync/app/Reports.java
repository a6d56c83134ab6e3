package io.assetsync.app;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.run.TypeReport.Changes;
import io.assetsync.core.run.TypeReport.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Reports of run 7, which took 12 seconds. */
final class Reports {

  private static final RunReport STARTED =
      RunReport.started(
          new RunId(7), RunRequest.full("test"), Instant.parse("2025-01-31T08:00:00Z"));

  private static final Instant END = Instant.parse("2025-01-31T08:00:12Z");

  private Reports() {}

  static RunReport started() {
    return STARTED;
  }

  static RunReport held() {
    return objected(Outcome.HELD);
  }

  static RunReport refused() {
    return objected(Outcome.REFUSED);
  }

  /** Returns the record of a time of the schedule that started no run. */
  static RunReport notRun(Outcome outcome, String reason) {
    RunRequest request =
        RunRequest.scheduled(
            RunMode.FULL, List.of(new ScheduledTime("Asset Sync 08:00", STARTED.startedAt())));
    return RunReport.started(STARTED.id(), request, STARTED.startedAt())
        .failed(outcome, new Failure(Failure.Blame.NOBODY, "run.of-no-use", reason), END);
  }

  private static RunReport objected(Outcome outcome) {
    return STARTED.concluded(
        outcome,
        List.of(
            type("asset", 1200, new Changes(3, 12, 1, 0, 40, 0)),
            type("user_account", 90, new Changes(0, 0, 0, 2, 0, 1))),
        List.of(
            new Objection(
                "absent_share_above", "asset", Objection.Effect.WITHHOLD, "too many would go")),
        END);
  }

  /** Returns the report of a run with so many kinds, the n-th of which has n new rows. */
  static RunReport changing(int kinds) {
    List<TypeReport> parts =
        IntStream.rangeClosed(1, kinds)
            .mapToObj(n -> type("kind_" + n, n, new Changes(n, 0, 0, 0, 0, 0)))
            .toList();
    return STARTED.concluded(Outcome.APPLIED, parts, List.of(), END);
  }

  static RunReport remarked(String remark) {
    TypeReport part = type("asset", 1200, new Changes(0, 0, 0, 0, 0, 0));
    Finding finding = new Finding(Finding.Kind.REMARK, OptionalLong.empty(), remark);
    return STARTED.concluded(
        Outcome.UNCHANGED,
        List.of(
            new TypeReport(
                "asset", part.reading(), part.changes(), KeySet.empty(), List.of(finding))),
        List.of(),
        END);
  }

  static RunReport failed(Throwable thrown) {
    return STARTED.failed(Outcome.FAILED, Failure.of(thrown), END);
  }

  static RunReport cancelled(Throwable thrown) {
    return STARTED.failed(Outcome.CANCELLED, Failure.of(thrown), END);
  }

  private static TypeReport type(String name, long rows, Changes changes) {
    return new TypeReport(
        name,
        new Reading("complete", "", rows, 1, 3, 1000, Duration.ofSeconds(2)),
        changes,
        KeySet.empty(),
        List.of());
  }
}
