package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RecentAnswerTest {

  private final SteppingClock clock = SteppingClock.standing(Instant.parse("2025-01-31T08:00:00Z"));
  private final Counted counted = new Counted();
  private final RecentAnswer probe = new RecentAnswer(counted, clock);

  @Test
  void goodAnswer_isGoodForAMinute() {
    probe.check();
    clock.advance(Duration.ofSeconds(59));
    assertThat(probe.check()).isEqualTo(Health.up("1"));

    clock.advance(Duration.ofSeconds(1));

    assertThat(probe.check()).isEqualTo(Health.up("2"));
  }

  @Test
  void badAnswer_isLookedAtAgainSoon() {
    counted.isUp = false;
    probe.check();
    clock.advance(Duration.ofSeconds(9));
    assertThat(probe.check()).isEqualTo(Health.down("1"));
    counted.isUp = true;

    clock.advance(Duration.ofSeconds(1));

    assertThat(probe.check()).isEqualTo(Health.up("2"));
  }

  private static final class Counted implements HealthProbe {

    private boolean isUp = true;
    private int asked;

    @Override
    public String name() {
      return "counted";
    }

    @Override
    public Health check() {
      asked++;
      return new Health(isUp, Integer.toString(asked));
    }
  }
}
