package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.health.Health;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.testing.InMemoryRunLog;
import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FreshnessProbeTest {

  private static final Duration LIMIT = Duration.ofHours(26);

  private final SteppingClock clock = SteppingClock.standing(Instant.parse("2025-01-31T08:00:00Z"));
  private final RunLog runs = new InMemoryRunLog();
  private final FreshnessProbe probe = new FreshnessProbe(runs, Optional.of(LIMIT), clock);

  @Test
  void mirrorWithoutSuccess_isFreshUntilTheLimitAfterTheStart() {
    clock.advance(LIMIT);
    assertThat(probe.check())
        .isEqualTo(Health.up("no run has succeeded yet, 1560 min 0 s after the start"));

    clock.advance(Duration.ofSeconds(1));

    assertThat(probe.check().up()).isFalse();
    assertThat(probe.check().detail())
        .startsWith("no run has succeeded yet")
        .endsWith("and the limit is 1560 min 0 s; GET /sync/runs tells how the last runs ended");
  }

  @Test
  void success_makesItFresh() {
    clock.advance(LIMIT.plusHours(1));
    run(Outcome.APPLIED);
    clock.advance(Duration.ofMinutes(5));

    assertThat(probe.check()).isEqualTo(Health.up("the last successful run ended 5 min 0 s ago"));
  }

  @Test
  void failures_leaveItStale() {
    run(Outcome.UNCHANGED);
    clock.advance(LIMIT.plusMinutes(1));
    run(Outcome.HELD);

    assertThat(probe.check().up()).isFalse();
  }

  @Test
  void withoutLimit_itIsNeverStale() {
    FreshnessProbe patient = new FreshnessProbe(runs, Optional.empty(), clock);
    clock.advance(Duration.ofDays(1000));

    assertThat(patient.check().up()).isTrue();
  }

  private void run(Outcome outcome) {
    RunReport started = runs.started(RunRequest.full("test"), clock.instant());
    runs.finished(started.concluded(outcome, List.of(), List.of(), clock.instant()));
  }
}
