package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.error.TimeTakenException;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.TypeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link RunLog}. */
public interface RunLogContract {

  Instant START = Instant.parse("2025-01-31T12:00:00.123456Z");
  Instant END = Instant.parse("2025-01-31T12:00:42.000001Z");
  ScheduledTime EIGHT =
      new ScheduledTime("Asset Sync 08:00", Instant.parse("2025-01-31T08:00:00Z"));
  ScheduledTime NOON = new ScheduledTime("Asset Sync 12:00", START);

  /** Returns an empty log. */
  RunLog emptyLog();

  @Test
  default void started_returnsARunningReport() {
    RunReport run = emptyLog().started(new RunRequest("http", RunMode.PREVIEW), START);

    assertThat(run)
        .isEqualTo(RunReport.started(run.id(), new RunRequest("http", RunMode.PREVIEW), START));
  }

  @Test
  default void started_isFoundAtOnce() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);

    assertThat(log.find(run.id())).contains(run);
  }

  @Test
  default void started_numbersRunsInAscendingOrder() {
    RunLog log = emptyLog();
    RunReport first = log.started(RunRequest.full("schedule"), START);
    log.finished(applied(first));
    RunReport second = log.started(RunRequest.full("schedule"), START.minusSeconds(60));

    assertThat(second.id().value()).isGreaterThan(first.id().value());
  }

  @Test
  default void started_givesEveryRunANumberOfItsOwnWhateverTheThread() {
    RunLog log = emptyLog();
    List<CompletableFuture<RunId>> ids =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> log.started(RunRequest.full("thread " + i), START).id()))
            .toList();

    assertThat(ids.stream().map(CompletableFuture::join)).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  default void notStarted_isFoundAsItEnded() {
    RunLog log = emptyLog();
    RunRequest request = RunRequest.scheduled(RunMode.FULL, List.of(EIGHT));
    Failure why = new Failure(Failure.Blame.NOBODY, "run.missed", "nobody was there");

    RunReport missed = log.notStarted(request, Outcome.MISSED, why, START);

    assertThat(missed)
        .isEqualTo(
            RunReport.started(missed.id(), request, START).failed(Outcome.MISSED, why, START));
    assertThat(log.find(missed.id())).contains(missed);
    assertThat(log.closeInterrupted(END)).isEmpty();
  }

  @Test
  default void notStarted_refusesTimesThatHaveTheirRecord() {
    RunLog log = emptyLog();
    RunRequest request = RunRequest.scheduled(RunMode.FULL, List.of(EIGHT));
    RunReport run = log.started(request, START);

    assertThatExceptionOfType(TimeTakenException.class)
        .isThrownBy(() -> log.notStarted(request, Outcome.SKIPPED, Failure.INTERRUPTED, START));
    assertThat(log.latest(10)).containsExactly(run);
  }

  @Test
  default void finished_replacesTheRunningReport() {
    RunLog log = emptyLog();
    RunReport report = applied(log.started(RunRequest.full("schedule"), START));

    log.finished(report);

    assertThat(log.find(report.id())).contains(report);
  }

  @Test
  default void finished_replacesWhatWasRecordedBefore() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);
    log.finished(applied(run));
    RunReport failed = run.failed(Outcome.FAILED, Failure.INTERRUPTED, END.plusSeconds(1));

    log.finished(failed);

    assertThat(log.find(run.id())).contains(failed);
  }

  @Test
  default void finished_replacesWhatWasClosedAsInterrupted() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);
    log.closeInterrupted(END);

    log.finished(applied(run));

    assertThat(log.find(run.id())).contains(applied(run));
  }

  @Test
  default void finished_refusesARunThatIsNotInTheLog() {
    RunLog log = emptyLog();
    RunReport known = log.started(RunRequest.full("schedule"), START);
    RunReport unknown =
        applied(
            RunReport.started(
                new RunId(known.id().value() + 1), RunRequest.full("schedule"), START));

    assertThatIllegalArgumentException().isThrownBy(() -> log.finished(unknown));
    assertThat(log.find(unknown.id())).isEmpty();
  }

  @Test
  default void finished_refusesARunningReport() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);

    assertThatIllegalArgumentException().isThrownBy(() -> log.finished(run));
  }

  @Test
  default void finished_keepsEveryOutcome() {
    RunLog log = emptyLog();
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.RUNNING) {
        RunReport run = log.started(RunRequest.full("schedule"), START);
        RunReport report = run.concluded(outcome, List.of(), List.of(), END);

        log.finished(report);

        assertThat(log.find(run.id())).contains(report);
      }
    }
  }

  @Test
  default void finished_keepsFailures() {
    RunLog log = emptyLog();
    for (Failure.Blame blame : Failure.Blame.values()) {
      RunReport run = log.started(RunRequest.full("schedule"), START);
      Failure failure = new Failure(blame, "some.code", "Größe \uD83D\uDE80 'x' \"y\" \\N\nline");
      RunReport report = run.failed(Outcome.FAILED, failure, END);

      log.finished(report);

      assertThat(log.find(run.id())).contains(report);
    }
  }

  @Test
  default void finished_keepsObjectionsAndTheirOrder() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);
    RunReport report =
        run.concluded(
            Outcome.REFUSED,
            List.of(),
            List.of(
                new Objection("z_guard", "asset", Objection.Effect.REFUSE, "größer"),
                new Objection("a_guard", "asset", Objection.Effect.WITHHOLD, "first"),
                new Objection("a_guard", "company", Objection.Effect.WITHHOLD, "second")),
            END);

    log.finished(report);

    assertThat(log.find(run.id())).contains(report);
  }

  @Test
  default void finished_keepsPartsAndFindingsAndTheirOrder() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);
    RunReport report =
        run.concluded(
                Outcome.HELD,
                List.of(
                    type(
                        "user_account",
                        new Finding(Finding.Kind.HELD, OptionalLong.of(9), ""),
                        new Finding(Finding.Kind.REJECTED, OptionalLong.empty(), "it has no id"),
                        new Finding(
                            Finding.Kind.UNLISTED, OptionalLong.of(Long.MAX_VALUE), "ünlisted"),
                        new Finding(Finding.Kind.HELD, OptionalLong.of(3), "")),
                    type("asset"),
                    type(
                        "company", new Finding(Finding.Kind.REJECTED, OptionalLong.of(1), "x: y"))),
                List.of(),
                END)
            .withPhases(
                Map.of(
                    Phase.READING, Duration.ofMinutes(90), Phase.PUBLISHING, Duration.ofMillis(7)));

    log.finished(report);

    assertThat(log.find(run.id())).contains(report);
  }

  @Test
  default void finished_keepsAsManyFindingsAsAReportMayHave() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);
    Finding[] findings =
        LongStream.rangeClosed(1, TypeReport.MAX_FINDINGS)
            .mapToObj(key -> new Finding(Finding.Kind.UNLISTED, OptionalLong.of(key), ""))
            .toArray(Finding[]::new);
    RunReport report =
        run.concluded(Outcome.APPLIED, List.of(type("asset", findings)), List.of(), END);

    log.finished(report);

    assertThat(log.find(run.id())).contains(report);
  }

  @Test
  default void finished_replacesPartsAndObjectionsToo() {
    RunLog log = emptyLog();
    RunReport run = log.started(RunRequest.full("schedule"), START);
    log.finished(applied(run));
    RunReport report = run.concluded(Outcome.APPLIED, List.of(type("asset")), List.of(), END);

    log.finished(report);

    assertThat(log.find(run.id())).contains(report);
  }

  @Test
  default void closeInterrupted_closesEveryRunningRun() {
    RunLog log = emptyLog();
    RunReport first = log.started(RunRequest.full("schedule"), START);
    RunReport second = log.started(RunRequest.full("http"), START);

    assertThat(log.closeInterrupted(END)).containsExactly(first.id(), second.id());

    assertThat(log.find(first.id()))
        .contains(first.failed(Outcome.INTERRUPTED, Failure.INTERRUPTED, END));
    assertThat(log.find(second.id()))
        .contains(second.failed(Outcome.INTERRUPTED, Failure.INTERRUPTED, END));
  }

  @Test
  default void closeInterrupted_leavesEndedRunsAlone() {
    RunLog log = emptyLog();
    RunReport ended = applied(log.started(RunRequest.full("schedule"), START));
    log.finished(ended);

    assertThat(log.closeInterrupted(END)).isEmpty();

    assertThat(log.find(ended.id())).contains(ended);
  }

  @Test
  default void closeInterrupted_closesARunOnce() {
    RunLog log = emptyLog();
    log.started(RunRequest.full("schedule"), START);
    log.closeInterrupted(END);

    assertThat(log.closeInterrupted(END)).isEmpty();
  }

  @Test
  default void find_isEmptyForAnUnknownRun() {
    assertThat(emptyLog().find(new RunId(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  default void started_keepsTheRunThatItIsAbout() {
    RunLog log = emptyLog();
    RunReport undone = applied(log.started(RunRequest.full("schedule"), START));
    log.finished(undone);
    RunReport undoing = log.started(RunRequest.undoing("command line", undone.id()), START);

    assertThat(log.find(undoing.id())).contains(undoing);
  }

  @Test
  default void running_isTheOldestRunUnderWay() {
    RunLog log = emptyLog();
    log.finished(applied(log.started(RunRequest.full("ended"), START)));
    assertThat(log.running()).isEmpty();

    RunReport first = log.started(RunRequest.full("first"), START);
    log.started(RunRequest.full("second"), START);

    assertThat(log.running()).contains(first.id());
  }

  @Test
  default void latest_isEmptyWhenNothingRan() {
    assertThat(emptyLog().latest(10)).isEmpty();
  }

  @Test
  default void latest_returnsTheNewestFirstWithoutTheLongParts() {
    RunLog log = emptyLog();
    List<RunReport> reports = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RunReport report = applied(log.started(RunRequest.full("run " + i), START.minusSeconds(i)));
      log.finished(report);
      reports.add(
          0, report.withTypes(report.types().stream().map(RunLogContract::summary).toList()));
    }
    RunReport running = log.started(RunRequest.full("running"), START);
    reports.add(0, running);

    assertThat(log.latest(10)).isEqualTo(reports);
  }

  @Test
  default void latest_returnsNoMoreThanAskedFor() {
    RunLog log = emptyLog();
    log.finished(applied(log.started(RunRequest.full("old"), START)));
    RunReport middle = applied(log.started(RunRequest.full("middle"), START));
    log.finished(middle);
    RunReport newest = applied(log.started(RunRequest.full("new"), START));
    log.finished(newest);

    assertThat(log.latest(2)).extracting(RunReport::id).containsExactly(newest.id(), middle.id());
    assertThat(log.latest(0)).isEmpty();
  }

  @Test
  default void started_keepsTheTimesThatItIsFor() {
    RunLog log = emptyLog();

    RunReport run = log.started(scheduled(EIGHT, NOON), START);

    assertThat(run.request().times()).containsExactly(EIGHT, NOON);
    assertThat(log.find(run.id())).contains(run);
    assertThat(log.latest(1)).containsExactly(run);
  }

  @Test
  default void finished_keepsTheTimesThatTheRunIsFor() {
    RunLog log = emptyLog();
    RunReport run = log.started(scheduled(EIGHT, NOON), START);

    log.finished(applied(run));

    assertThat(log.find(run.id())).contains(applied(run));
  }

  @Test
  default void started_recordsEachTimeOnce() {
    RunLog log = emptyLog();
    RunReport first = log.started(scheduled(EIGHT), START);
    log.finished(first.failed(Outcome.SKIPPED, Failure.INTERRUPTED, END));

    assertThatExceptionOfType(TimeTakenException.class)
        .isThrownBy(() -> log.started(scheduled(EIGHT), START));
    RunReport second = log.started(scheduled(EIGHT, NOON), START);

    assertThat(second.request().times()).containsExactly(NOON);
    assertThat(log.find(second.id())).contains(second);
    assertThat(log.latest(10)).hasSize(2);
  }

  @Test
  default void started_recordsATimeOnceWhateverTheThread() {
    RunLog log = emptyLog();
    List<CompletableFuture<RunId>> attempts =
        IntStream.range(0, 8)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> log.started(scheduled(EIGHT), START).id()))
            .toList();

    assertThat(attempts.stream().filter(attempt -> attempt.handle((id, e) -> e == null).join()))
        .hasSize(1);
    assertThat(log.latest(10)).hasSize(1);
  }

  @Test
  default void before_returnsTheNewestRunsBeforeOne() {
    RunLog log = emptyLog();
    RunReport first = log.started(RunRequest.full("first"), START);
    RunReport second = log.started(RunRequest.full("second"), START);
    RunReport third = log.started(RunRequest.full("third"), START);

    assertThat(log.before(third.id(), 10)).containsExactly(second, first);
    assertThat(log.before(third.id(), 1)).containsExactly(second);
    assertThat(log.before(first.id(), 10)).isEmpty();
    assertThat(log.before(new RunId(Long.MAX_VALUE), 1)).containsExactly(third);
  }

  @Test
  default void lastSuccess_isTheLastRunThatDidAll() {
    RunLog log = emptyLog();
    assertThat(log.lastSuccess()).isEmpty();
    RunReport success = log.started(RunRequest.full("schedule"), START);
    log.finished(success.concluded(Outcome.UNCHANGED, List.of(), List.of(), END));
    RunReport held = log.started(RunRequest.full("schedule"), END);
    log.finished(held.concluded(Outcome.HELD, List.of(), List.of(), END.plusSeconds(1)));
    RunReport preview = log.started(new RunRequest("http", RunMode.PREVIEW), END);
    log.finished(preview.concluded(Outcome.PREVIEWED, List.of(), List.of(), END.plusSeconds(2)));
    log.started(RunRequest.full("running"), END);

    assertThat(log.lastSuccess()).map(RunReport::id).contains(success.id());
  }

  private static RunRequest scheduled(ScheduledTime... times) {
    return RunRequest.scheduled(RunMode.FULL, List.of(times));
  }

  private static RunReport applied(RunReport run) {
    return run.concluded(
        Outcome.APPLIED,
        List.of(
            type("company", new Finding(Finding.Kind.REJECTED, OptionalLong.of(7), "it is a list")),
            type("asset")),
        List.of(new Objection("a_guard", "asset", Objection.Effect.WITHHOLD, "because")),
        END);
  }

  private static TypeReport summary(TypeReport part) {
    return new TypeReport(part.type(), part.reading(), part.changes(), KeySet.empty(), List.of());
  }

  private static TypeReport type(String name, Finding... findings) {
    return new TypeReport(
        name,
        new TypeReport.Reading(
            "incomplete", "the total moved", 11, 12, 13, 5_000_000_000L, Duration.ofMillis(1234)),
        new TypeReport.Changes(1, 2, 3, 4, 5, 6),
        KeySet.of(9, 3, Long.MAX_VALUE),
        List.of(findings));
  }
}
