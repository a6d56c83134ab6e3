package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunProgress.Step;
import io.assetsync.core.run.RunProgress.TypeProgress;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The contract of {@link ActiveRuns}. */
public interface ActiveRunsContract {

  Instant NOON = Instant.parse("2025-01-31T12:00:00.123456Z");

  /** Active runs and the log that they are recorded in, which is empty. */
  record Fixture(ActiveRuns active, RunLog runs) {}

  Fixture none();

  @Test
  default void current_isEmptyWithoutARun() {
    assertThat(none().active().current()).isEmpty();
  }

  @Test
  default void current_isEmptyUntilTheRunHasReported() {
    Fixture fixture = none();
    fixture.runs().started(RunRequest.full("test"), NOON);

    assertThat(fixture.active().current()).isEmpty();
  }

  @Test
  default void current_isWhatTheRunReportedLast() {
    Fixture fixture = none();
    RunReport run = fixture.runs().started(RunRequest.full("test"), NOON);

    fixture.active().report(reading(run.id(), 1));
    fixture.active().report(reading(run.id(), 2));

    assertThat(fixture.active().current()).contains(reading(run.id(), 2));
  }

  @Test
  default void current_isEmptyAfterTheEnd() {
    Fixture fixture = none();
    RunReport run = fixture.runs().started(RunRequest.full("test"), NOON);
    fixture.active().report(reading(run.id(), 1));

    fixture.runs().finished(run.concluded(Outcome.UNCHANGED, List.of(), List.of(), NOON));

    assertThat(fixture.active().current()).isEmpty();
  }

  @Test
  default void report_ofARunThatHasEndedIsForgotten() {
    Fixture fixture = none();
    RunReport run = fixture.runs().started(RunRequest.full("test"), NOON);
    fixture.runs().finished(run.concluded(Outcome.UNCHANGED, List.of(), List.of(), NOON));

    assertThat(fixture.active().report(reading(run.id(), 1))).isFalse();
    assertThat(fixture.active().current()).isEmpty();
  }

  @Test
  default void report_tellsOfTheWishToStop() {
    Fixture fixture = none();
    RunReport run = fixture.runs().started(RunRequest.full("test"), NOON);
    assertThat(fixture.active().report(reading(run.id(), 1))).isFalse();

    assertThat(fixture.active().cancel(run.id())).isTrue();
    assertThat(fixture.active().cancel(run.id())).isTrue();

    assertThat(fixture.active().report(reading(run.id(), 2))).isTrue();
  }

  @Test
  default void cancel_concernsOneRunOnly() {
    Fixture fixture = none();
    RunReport first = fixture.runs().started(RunRequest.full("test"), NOON);
    fixture.active().cancel(first.id());
    fixture.runs().finished(first.concluded(Outcome.CANCELLED, List.of(), List.of(), NOON));

    RunReport second = fixture.runs().started(RunRequest.full("test"), NOON);

    assertThat(fixture.active().report(reading(second.id(), 1))).isFalse();
  }

  @Test
  default void cancel_ofARunThatIsNotUnderWayHasNoEffect() {
    Fixture fixture = none();
    RunReport run = fixture.runs().started(RunRequest.full("test"), NOON);
    fixture.runs().finished(run.concluded(Outcome.UNCHANGED, List.of(), List.of(), NOON));

    assertThat(fixture.active().cancel(run.id())).isFalse();
    assertThat(fixture.active().cancel(new RunId(4711))).isFalse();
  }

  private static RunProgress reading(RunId run, long pages) {
    return new RunProgress(
        run,
        Phase.READING,
        NOON.plusSeconds(pages),
        List.of(
            new TypeProgress(
                "user_account",
                Step.READ,
                3,
                1_234,
                OptionalLong.of(1_200),
                4,
                Duration.ofMillis(17)),
            new TypeProgress(
                "asset",
                Step.READING,
                pages,
                pages * 500,
                OptionalLong.empty(),
                pages,
                Duration.ZERO),
            new TypeProgress(
                "activity", Step.WAITING, 0, 0, OptionalLong.of(7), 0, Duration.ZERO)));
  }
}
