package io.assetsync.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.run.Claims;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.testing.InMemoryRunLog;
import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class FreshnessWatchTest {

  private static final Duration LIMIT = Duration.ofHours(26);

  private final SteppingClock clock = SteppingClock.standing(Samples.NOON);
  private final InMemoryRunLog runs = new InMemoryRunLog();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private final Claims claims = (key, at) -> claimed.add(key);
  private final FreshnessWatch watch = newWatch();

  @Test
  void freshMirror_isNotToldOf() {
    succeed();
    clock.advance(LIMIT);

    assertThat(watch.check()).isEmpty();
  }

  @Test
  void staleness_isToldOnce() {
    succeed();
    clock.advance(LIMIT.plusSeconds(1));

    assertThat(watch.check()).map(Notice::kind).contains(NoticeKind.STALENESS);
    clock.advance(LIMIT);
    assertThat(watch.check()).isEmpty();
  }

  @Test
  void staleness_saysSinceWhen() {
    succeed();
    clock.advance(LIMIT.plusSeconds(1));

    assertThat(watch.check())
        .map(Notice::text)
        .contains(
            "The last success was run 1, which ended at 2025-01-31T12:00:00Z; the limit is 26 h.");
  }

  @Test
  void recovery_isToldOnce() {
    succeed();
    clock.advance(LIMIT.plusSeconds(1));
    watch.check();

    succeed();

    assertThat(watch.check()).map(Notice::kind).contains(NoticeKind.RECOVERY);
    assertThat(watch.check()).isEmpty();
  }

  @Test
  void eachStaleness_isTold() {
    for (int i = 0; i < 3; i++) {
      succeed();
      watch.check();
      clock.advance(LIMIT.plusSeconds(1));

      assertThat(watch.check()).map(Notice::kind).contains(NoticeKind.STALENESS);
    }
  }

  @Test
  void mirrorWithoutSuccess_isStaleAfterTheLimit() {
    assertThat(watch.check()).isEmpty();
    clock.advance(LIMIT.plusSeconds(1));

    assertThat(watch.check())
        .map(Notice::text)
        .contains("No run has succeeded yet; the limit is 26 h.");
  }

  @Test
  void instances_tellOnceTogether() {
    List<FreshnessWatch> instances = List.of(watch, newWatch(), newWatch());
    succeed();
    clock.advance(LIMIT.plusSeconds(1));
    assertThat(instances.stream().flatMap(instance -> instance.check().stream())).hasSize(1);

    succeed();

    assertThat(instances.stream().flatMap(instance -> instance.check().stream())).hasSize(1);
  }

  @Test
  void successThatIsToldAnyhow_isNotToldByOtherInstances() {
    FreshnessWatch other = newWatch();
    succeed();
    clock.advance(LIMIT.plusSeconds(1));
    watch.check();
    other.check();

    assertThat(watch.succeeded(succeed(), false)).isTrue();

    assertThat(other.check()).isEmpty();
    assertThat(watch.check()).isEmpty();
  }

  @Test
  void successOfAFreshMirror_isNoRecovery() {
    assertThat(watch.succeeded(succeed(), false)).isFalse();
  }

  @Test
  void successOfACommand_isNotToldByTheServiceToo() {
    succeed();
    clock.advance(LIMIT.plusSeconds(1));
    watch.check();
    FreshnessWatch command = newWatch();
    command.begin();

    assertThat(command.succeeded(succeed(), true)).isTrue();

    assertThat(watch.check()).isEmpty();
  }

  @Test
  void successOfACommand_isNotToldAfterTheService() {
    FreshnessWatch command = newWatch();
    clock.advance(LIMIT.plusSeconds(1));
    watch.check();
    command.begin();
    RunReport first = succeed();
    assertThat(watch.check()).map(Notice::kind).contains(NoticeKind.RECOVERY);

    assertThat(command.succeeded(first, true)).isFalse();
  }

  @Test
  void eachRecoveryFromTrouble_isTold() {
    succeed();
    for (int i = 0; i < 3; i++) {
      watch.begin();

      assertThat(watch.succeeded(succeed(), true)).isTrue();
    }
  }

  @Test
  void unreachableRunLog_doesNotHideStaleness() {
    succeed();
    watch.check();
    runs.fail();
    clock.advance(LIMIT.plusSeconds(1));

    assertThat(watch.check()).map(Notice::kind).contains(NoticeKind.STALENESS);
  }

  private FreshnessWatch newWatch() {
    return new FreshnessWatch(runs, claims, new Notices(clock, Optional.empty()), LIMIT, clock);
  }

  private RunReport succeed() {
    RunReport report =
        runs.started(RunRequest.full("test"), clock.instant())
            .concluded(Outcome.UNCHANGED, List.of(), List.of(), clock.instant());
    runs.finished(report);
    return report;
  }
}
