package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that ends between the commit and its record is reported as what it did. */
final class InterruptedRunIT {

  @AutoClose private final Mirror mirror = Mirror.create();

  @ParameterizedTest
  @CsvSource({"true,APPLIED", "false,HELD"})
  void publishedRun_isClosedAsWhatItPublished(boolean whole, Outcome outcome) {
    RunId run = mirror.runs().started(RunRequest.full("schedule"), Mirror.NOW).id();
    mirror.execute("update run set published_at = now(), published_whole = " + whole);

    assertThat(mirror.runs().closeInterrupted(Mirror.NOW.plusSeconds(60))).containsExactly(run);

    RunReport report = mirror.runs().find(run).orElseThrow();
    assertThat(report.outcome()).isEqualTo(outcome);
    assertThat(report.failure())
        .map(Failure::message)
        .hasValueSatisfying(message -> assertThat(message).contains("its counts are lost"));
  }
}
