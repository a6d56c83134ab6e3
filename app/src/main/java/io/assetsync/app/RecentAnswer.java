package io.assetsync.app;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks a probe that costs something only now and then: what was well is looked at again after a
 * minute, what was not after ten seconds. Usable from any thread.
 */
final class RecentAnswer implements HealthProbe {

  private static final Duration WHILE_UP = Duration.ofMinutes(1);
  private static final Duration WHILE_DOWN = Duration.ofSeconds(10);

  private final HealthProbe probe;
  private final Clock clock;
  private Health answer = Health.down("");
  private Instant goodUntil = Instant.MIN;

  RecentAnswer(HealthProbe probe, Clock clock) {
    this.probe = probe;
    this.clock = clock;
  }

  @Override
  public String name() {
    return probe.name();
  }

  @Override
  public synchronized Health check() {
    if (!clock.instant().isBefore(goodUntil)) {
      answer = probe.check();
      goodUntil = clock.instant().plus(answer.up() ? WHILE_UP : WHILE_DOWN);
    }
    return answer;
  }
}
