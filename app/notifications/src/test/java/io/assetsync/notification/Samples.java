package io.assetsync.notification;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Invented runs and notices. */
final class Samples {

  static final Instant NOON = Instant.parse("2025-01-31T12:00:00Z");
  static final URI PAGE = URI.create("https://sync.example.org/assets/");
  static final Limits SHORT =
      new Limits(Duration.ofSeconds(2), Duration.ofMillis(800), Duration.ofSeconds(2));

  private static final Notices NOTICES =
      new Notices(Clock.fixed(NOON, ZoneOffset.UTC), Optional.of(PAGE));

  private Samples() {}

  static RunReport run(long id, Outcome outcome) {
    return run(id, outcome, RunMode.FULL);
  }

  static RunReport run(long id, Outcome outcome, RunMode mode) {
    RunRequest request =
        mode == RunMode.UNDO
            ? RunRequest.undoing("test", new RunId(1))
            : new RunRequest("test", mode);
    RunReport begun = RunReport.started(new RunId(id), request, NOON);
    Instant end = NOON.plusSeconds(90);
    return switch (outcome) {
      case RUNNING -> begun;
      case FAILED, INTERRUPTED, CANCELLED, SKIPPED, MISSED -> begun.failed(outcome, failure(), end);
      case HELD, REFUSED -> begun.concluded(outcome, parts(40), List.of(objection()), end);
      case APPLIED, UNCHANGED, PREVIEWED -> begun.concluded(outcome, parts(0), List.of(), end);
    };
  }

  static Failure failure() {
    return new Failure(
        Failure.Blame.SOURCE, "source.unavailable", "Snipe-IT <did> not answer & nobody knows");
  }

  static Objection objection() {
    return new Objection(
        "absent_share_above",
        "asset",
        Objection.Effect.WITHHOLD,
        "40 of 100 rows are no longer listed");
  }

  static Notice failed() {
    return NOTICES.ofRun(NoticeKind.FAILURE, run(12, Outcome.FAILED));
  }

  static Notice held() {
    return NOTICES.ofRun(NoticeKind.HELD, run(13, Outcome.HELD));
  }

  static Notice succeeded() {
    return NOTICES.ofRun(NoticeKind.SUCCESS, run(14, Outcome.APPLIED));
  }

  static Notice test() {
    return NOTICES.test();
  }

  private static List<TypeReport> parts(long held) {
    return List.of(
        new TypeReport(
            "asset",
            new TypeReport.Reading("complete", "", 100, 0, 3, 4000, Duration.ofSeconds(2)),
            new TypeReport.Changes(3, 12, 0, 1, held, 0),
            KeySet.empty(),
            List.of()));
  }
}
