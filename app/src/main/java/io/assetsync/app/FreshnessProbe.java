package io.assetsync.app;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks whether the last successful run is recent enough. Before the first one, the time since the
 * start of this process counts.
 */
final class FreshnessProbe implements HealthProbe {

  private final RunLog runs;
  private final Optional<Duration> limit;
  private final Clock clock;
  private final Instant begun;

  /**
   * @param limit the age from which the mirror is stale; empty if it never is
   */
  FreshnessProbe(RunLog runs, Optional<Duration> limit, Clock clock) {
    this.runs = runs;
    this.limit = limit;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public String name() {
    return "freshness";
  }

  @Override
  public Health check() {
    try {
      Optional<Instant> success = runs.lastSuccess().flatMap(RunReport::finishedAt);
      Duration age = Duration.between(success.orElse(begun), clock.instant());
      String what =
          success.isPresent()
              ? "the last successful run ended " + Words.of(age) + " ago"
              : "no run has succeeded yet, " + Words.of(age) + " after the start";
      return limit.isPresent() && age.compareTo(limit.get()) > 0
          ? Health.down(
              what
                  + ", and the limit is "
                  + Words.of(limit.get())
                  + "; GET /sync/runs tells how the last runs ended")
          : Health.up(what);
    } catch (StoreException e) {
      return Health.down("it is not known, for the database failed: " + e.getMessage());
    }
  }
}
