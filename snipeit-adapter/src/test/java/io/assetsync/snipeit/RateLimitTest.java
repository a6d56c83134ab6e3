package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

  private final SleepingClock time = new SleepingClock();
  private final Waiting waiting = time.waiting();
  private final RateLimit rateLimit = new RateLimit(Pace.DEFAULT, waiting);

  @Test
  void acquire_spendsTheShareAtOnceAndThenWaitsForTheWindowToEnd() {
    acquire(90);
    assertThat(time.sleeps()).isEmpty();

    time.clock().advance(Duration.ofSeconds(20));
    rateLimit.acquire();

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(41));
    acquire(89);
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_opensANewWindowWhenTheOldOneIsOver() {
    acquire(90);
    time.clock().advance(Duration.ofSeconds(60));
    acquire(90);

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void acquire_doesNotWaitForAClockThatWasSetBack() {
    acquire(90);
    time.clock().advance(Duration.ofHours(-1));
    rateLimit.acquire();

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void acquire_keepsToALimitThatWasLearned() {
    rateLimit.acquire();
    rateLimit.learn(60, 59);
    acquire(44);
    assertThat(time.sleeps()).isEmpty();

    rateLimit.acquire();
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_leavesTheRestOfTheLimitToOthers() {
    rateLimit.acquire();
    rateLimit.learn(120, 32);
    acquire(2);
    assertThat(time.sleeps()).isEmpty();

    rateLimit.acquire();
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_goesOnWhenTheServerBeginsANewWindow() {
    acquire(2);
    rateLimit.learn(120, 31);
    rateLimit.acquire();
    rateLimit.learn(120, 119);
    acquire(89);
    assertThat(time.sleeps()).isEmpty();

    rateLimit.acquire();
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_allowsOneCallHoweverSmallTheShare() {
    RateLimit slow = new RateLimit(new Pace(0.001, Duration.ofMinutes(5), 5), waiting);
    slow.acquire();
    slow.acquire();

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(61));
  }

  @Test
  void learn_ignoresAServerThatSaysNothing() {
    rateLimit.acquire();
    rateLimit.learn(0, 0);
    acquire(89);

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void refusal_withoutATimeWaitsUntilTheWindowMustBeOver() {
    rateLimit.acquire();
    time.clock().advance(Duration.ofSeconds(15));
    rateLimit.awaitAfterRefusal(Optional.empty());

    assertThat(time.clock().instant()).isAfter(Instant.parse("2026-01-01T08:01:00Z"));
    assertThat(waiting.waited()).isEqualTo(Duration.ofSeconds(47));
  }

  @Test
  void refusal_withATimeWaitsThatLong() {
    rateLimit.acquire();
    rateLimit.awaitAfterRefusal(Optional.of(Duration.ofSeconds(7)));

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(8));
  }

  @Test
  void refusal_withAnAbsurdTimeWaitsNoLongerThanConfigured() {
    rateLimit.acquire();
    rateLimit.awaitAfterRefusal(Optional.of(Duration.ofSeconds(367_946_340)));

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(301));
  }

  @Test
  void acquire_isCancelledByAnInterruption() {
    RateLimit real =
        new RateLimit(
            Pace.DEFAULT,
            new Waiting(time.clock(), length -> Thread.sleep(length.toMillis()), () -> 1));
    for (int call = 0; call < 90; call++) {
      real.acquire();
    }
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(RunCancelledException.class).isThrownBy(real::acquire);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private void acquire(int calls) {
    for (int call = 0; call < calls; call++) {
      rateLimit.acquire();
    }
  }
}
