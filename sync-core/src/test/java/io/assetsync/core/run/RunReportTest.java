package io.assetsync.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports and their parts. */
final class RunReportTest {

  private static final Instant START = Instant.parse("2025-01-31T12:00:00Z");
  private static final Instant END = Instant.parse("2025-01-31T12:01:00Z");
  private static final RunReport RUNNING =
      RunReport.started(new RunId(1), RunRequest.full("test"), START);

  @Test
  void started_isRunningWithoutEnd() {
    assertThat(RUNNING.outcome()).isEqualTo(Outcome.RUNNING);
    assertThat(RUNNING.finishedAt()).isEmpty();
    assertThat(RUNNING.request()).isEqualTo(new RunRequest("test", RunMode.FULL));
  }

  @Test
  void failed_keepsTheBeginningAndTellsWhy() {
    RunReport failed = RUNNING.failed(Outcome.CANCELLED, Failure.INTERRUPTED, END);

    assertThat(failed)
        .isEqualTo(
            new RunReport(
                new RunId(1),
                RunRequest.full("test"),
                START,
                Optional.of(END),
                Outcome.CANCELLED,
                List.of(),
                List.of(),
                Optional.of(Failure.INTERRUPTED),
                Map.of()));
  }

  @Test
  void concluded_keepsTheBeginningAndTellsWhat() {
    Objection objection = new Objection("g", "asset", Objection.Effect.WITHHOLD, "because");
    TypeReport part = part(List.of());

    assertThat(RUNNING.concluded(Outcome.HELD, List.of(part), List.of(objection), END))
        .isEqualTo(
            new RunReport(
                new RunId(1),
                RunRequest.full("test"),
                START,
                Optional.of(END),
                Outcome.HELD,
                List.of(part),
                List.of(objection),
                Optional.empty(),
                Map.of()));
  }

  @Test
  void report_hasAnEndExactlyIfItIsNotRunning() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RUNNING.concluded(Outcome.RUNNING, List.of(), List.of(), END))
        .withMessage("a run has an end unless it is running");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RunReport(
                    new RunId(1),
                    RunRequest.full("test"),
                    START,
                    Optional.empty(),
                    Outcome.APPLIED,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Map.of()));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void outcome_isASuccessOnlyWhenAllWasDone(Outcome outcome) {
    assertThat(outcome.isSuccess())
        .isEqualTo(Set.of(Outcome.APPLIED, Outcome.UNCHANGED).contains(outcome));
  }

  @Test
  void codes_areLowerCaseNames() {
    assertThat(Outcome.PREVIEWED.code()).isEqualTo("previewed");
    assertThat(RunMode.FULL.code()).isEqualTo("full");
    assertThat(Finding.Kind.UNLISTED.code()).isEqualTo("unlisted");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,0,0,0,false",
    "1,0,0,0,0,0,true",
    "0,1,0,0,0,0,true",
    "0,0,1,0,0,0,true",
    "0,0,0,1,0,0,true",
    "0,0,0,0,1,0,false",
    "0,0,0,0,0,1,false"
  })
  void changes_writeUnlessRowsAreOnlyKept(
      long created,
      long updated,
      long refreshed,
      long removed,
      long held,
      long unlisted,
      boolean write) {
    TypeReport.Changes changes =
        new TypeReport.Changes(created, updated, refreshed, removed, held, unlisted);

    assertThat(changes.write()).isEqualTo(write);
  }

  @Test
  void part_holdsNoMoreFindingsThanItMay() {
    List<Finding> most =
        Collections.nCopies(
            TypeReport.MAX_FINDINGS, new Finding(Finding.Kind.HELD, OptionalLong.of(1), ""));
    List<Finding> tooMany = Stream.concat(most.stream(), most.stream().limit(1)).toList();

    assertThat(part(most).findings()).hasSize(TypeReport.MAX_FINDINGS);
    assertThatIllegalArgumentException().isThrownBy(() -> part(tooMany));
  }

  private static TypeReport part(List<Finding> findings) {
    return new TypeReport(
        "asset",
        new TypeReport.Reading("complete", "", 0, 0, 0, 0, Duration.ZERO),
        TypeReport.Changes.NONE,
        KeySet.empty(),
        findings);
  }
}
