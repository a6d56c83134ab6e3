package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that ends between the commit and its record is reported as what it did. */
final class InterruptedRunIT {

  private static final Instant PUBLISHED = Mirror.NOW.plusSeconds(5);

  @AutoClose private final Mirror mirror = Mirror.create();

  @ParameterizedTest
  @CsvSource({"true,APPLIED", "false,HELD"})
  void publishedRun_isClosedAsWhatItPublished(boolean whole, Outcome outcome) {
    RunId run = mirror.runs().started(RunRequest.full("schedule"), Mirror.NOW).id();
    mirror.execute("update run set published_at = '" + PUBLISHED + "', published_whole = " + whole);

    assertThat(mirror.runs().closeInterrupted(Mirror.NOW.plusSeconds(60))).containsExactly(run);

    RunReport report = mirror.runs().find(run).orElseThrow();
    assertThat(report.outcome()).isEqualTo(outcome);
    assertThat(report.finishedAt()).contains(PUBLISHED);
    assertThat(report.failure())
        .map(Failure::message)
        .hasValueSatisfying(message -> assertThat(message).contains("its counts are lost"));
  }

  @Test
  void publishedRun_isNotRecordedAsFailed() {
    RunReport started = mirror.runs().started(RunRequest.full("schedule"), Mirror.NOW);
    mirror.execute("update run set published_at = '" + PUBLISHED + "', published_whole = true");
    Failure lost = new Failure(Failure.Blame.STORE, "store.unavailable", "the connection is lost");

    mirror.runs().finished(started.failed(Outcome.FAILED, lost, Mirror.NOW.plusSeconds(60)));

    RunReport report = mirror.runs().find(started.id()).orElseThrow();
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.finishedAt()).contains(PUBLISHED);
  }
}
