package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.snipeit.RateLimit.Permit;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

  private final SleepingClock time = new SleepingClock();
  private final Waiting waiting = time.waiting();
  private final RateLimit rateLimit = new RateLimit(Pace.DEFAULT, waiting);

  @Test
  void acquire_spendsTheShareAtOnceAndThenWaitsForTheWindowToEnd() {
    call(90);
    assertThat(time.sleeps()).isEmpty();

    time.clock().advance(Duration.ofSeconds(20));
    call(1);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(41));
    call(89);
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_opensANewWindowWhenTheOldOneIsOver() {
    call(90);
    time.clock().advance(Duration.ofSeconds(61));
    call(90);

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void acquire_doesNotWaitForAClockThatWasSetBack() {
    call(90);
    time.clock().advance(Duration.ofHours(-1));
    call(1);

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void acquire_keepsToALimitThatWasLearned() {
    call(60, 59);
    call(44);
    assertThat(time.sleeps()).isEmpty();

    call(1);
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_leavesTheRestOfTheLimitToOthers() {
    call(120, 32);
    call(2);
    assertThat(time.sleeps()).isEmpty();

    call(1);
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_goesOnWhenTheServerBeginsANewWindow() {
    call(120, 33);
    call(120, 31);
    time.clock().advance(Duration.ofSeconds(40));
    call(120, 119);
    call(89);
    assertThat(time.sleeps()).isEmpty();

    call(1);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(61));
  }

  @Test
  void acquire_allowsOneCallHoweverSmallTheShare() {
    RateLimit slow = new RateLimit(Pace.DEFAULT.withShare(0.001), waiting);
    slow.acquire().close();
    slow.acquire().close();

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(61));
  }

  @Test
  void acquire_countsTheWindowFromTheFirstAnswerWhereThatIsSlow() {
    try (Permit slow = rateLimit.acquire()) {
      time.clock().advance(Duration.ofSeconds(4));
      slow.answered(120, 29);
    }
    call(1);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void acquire_letsTheFirstCallOfAWindowGoAlone() throws Exception {
    Permit first = rateLimit.acquire();
    FutureTask<Void> second = inAThread(() -> call(1));
    assertThat(second.isDone()).isFalse();

    first.answered(120, 119);
    first.close();
    second.get(5, TimeUnit.SECONDS);
  }

  @Test
  void acquire_countsTheCallsUnderWay() throws Exception {
    call(120, 32);
    Permit one = rateLimit.acquire();
    Permit other = rateLimit.acquire();
    FutureTask<Void> third = inAThread(() -> call(1));
    assertThat(third.isDone()).isFalse();

    other.answered(120, 30);
    other.close();
    assertThat(time.sleeps()).isEmpty();
    one.answered(120, 31);
    one.close();
    third.get(5, TimeUnit.SECONDS);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(61));
  }

  @Test
  void acquire_takesAnswersInAnyOrder() {
    call(120, 119);
    Permit one = rateLimit.acquire();
    Permit other = rateLimit.acquire();
    other.answered(120, 32);
    other.close();
    one.answered(120, 118);
    one.close();
    call(2);
    assertThat(time.sleeps()).isEmpty();

    call(1);
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void acquire_sleepsOnceForAllWhoWait() throws Exception {
    call(90);
    List<FutureTask<Void>> waiters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waiters.add(inAThread(() -> call(1)));
    }
    for (FutureTask<Void> waiter : waiters) {
      waiter.get(5, TimeUnit.SECONDS);
    }

    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void answer_ofAWindowThatIsOverIsNotCounted() {
    call(120, 119);
    Permit late = rateLimit.acquire();
    time.clock().advance(Duration.ofSeconds(61));
    call(120, 119);
    late.answered(120, 2);
    late.close();
    call(89);

    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void answer_thatSaysNothingCountsAllTheSame() {
    call(0, 0);
    call(89);
    assertThat(time.sleeps()).isEmpty();

    call(1);
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void refusal_withoutATimeWaitsUntilTheWindowMustBeOver() {
    try (Permit refused = rateLimit.acquire()) {
      time.clock().advance(Duration.ofSeconds(15));
      refused.refused(Optional.empty());
    }
    call(1);

    assertThat(time.clock().instant()).isAfter(Instant.parse("2026-01-01T08:01:00Z"));
    assertThat(waiting.waited()).isEqualTo(Duration.ofSeconds(47));
  }

  @Test
  void refusal_withATimeWaitsThatLong() {
    refuse(Duration.ofSeconds(7));
    call(1);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(8));
  }

  @Test
  void refusal_withAnAbsurdTimeWaitsNoLongerThanConfigured() {
    refuse(Duration.ofSeconds(367_946_340));
    call(1);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(301));
  }

  @Test
  void refusals_ofCallsThatWentTogetherAreWaitedOutOnce() {
    call(120, 119);
    Permit one = rateLimit.acquire();
    Permit other = rateLimit.acquire();
    one.refused(Optional.of(Duration.ofSeconds(7)));
    other.refused(Optional.of(Duration.ofSeconds(7)));
    one.close();
    other.close();
    call(1);

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(8));
  }

  @Test
  void acquire_isCancelledByAnInterruptionOfItsSleep() {
    RateLimit real = real();
    for (int i = 0; i < 90; i++) {
      real.acquire().close();
    }
    assertCancelled(real);
  }

  @Test
  void acquire_isCancelledByAnInterruptionWhileOthersAreUnderWay() {
    RateLimit real = real();
    try (Permit first = real.acquire()) {
      assertThat(first).isNotNull();
      assertCancelled(real);
    }
  }

  private RateLimit real() {
    return new RateLimit(
        Pace.DEFAULT,
        new Waiting(time.clock(), length -> Thread.sleep(length.toMillis()), () -> 1));
  }

  private static void assertCancelled(RateLimit real) {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(RunCancelledException.class).isThrownBy(real::acquire);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** Begins some work in a thread, and waits until it is over or waits for something. */
  private static FutureTask<Void> inAThread(Runnable work) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task);
    thread.start();
    await().until(() -> task.isDone() || thread.getState() == Thread.State.WAITING);
    return task;
  }

  private void refuse(Duration retryAfter) {
    try (Permit refused = rateLimit.acquire()) {
      refused.refused(Optional.of(retryAfter));
    }
  }

  /** Makes calls that tell nothing. */
  private void call(int calls) {
    for (int call = 0; call < calls; call++) {
      rateLimit.acquire().close();
    }
  }

  /** Makes a call whose answer tells what is left. */
  private void call(long limit, long left) {
    try (Permit permit = rateLimit.acquire()) {
      permit.answered(limit, left);
    }
  }
}
