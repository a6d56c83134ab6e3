package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.ScheduleState;
import io.assetsync.core.run.ScheduleState.Instance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The contract of {@link ScheduleLog}. */
public interface ScheduleLogContract {

  Instant NOON = Instant.parse("2025-01-31T12:00:00.123456Z");
  Duration PRESENCE = Duration.ofSeconds(30);

  /** Returns a record that nobody has joined yet. */
  ScheduleLog emptyScheduleLog();

  @Test
  default void clock_needsNobodyToHaveJoined() {
    ScheduleLog log = emptyScheduleLog();
    Instant shared = log.clock(NOON);

    assertThat(log.clock(NOON.plusSeconds(1))).isAfterOrEqualTo(shared);
  }

  @Test
  default void join_beginsTheRecordRunningAndSettled() {
    ScheduleState state = emptyScheduleLog().join("a", NOON, PRESENCE);

    assertThat(state.running()).isTrue();
    assertThat(state.settledUntil()).isEqualTo(NOON);
    assertThat(state.changedAt()).isEqualTo(NOON);
    assertThat(state.changedBy()).isEqualTo("a");
    assertThat(state.instances()).containsExactly(new Instance("a", NOON, NOON));
  }

  @Test
  default void join_keepsWhatIsSettled() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);
    log.settle(NOON.plusSeconds(60));
    log.leave("a");

    ScheduleState state = log.join("b", NOON.plusSeconds(3600), PRESENCE);

    assertThat(state.settledUntil()).isEqualTo(NOON.plusSeconds(60));
    assertThat(state.instances()).extracting(Instance::name).containsExactly("b");
  }

  @Test
  default void join_startsAStoppedScheduleThatNobodyElseTakesPartIn() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);
    log.change(false, "a", NOON.plusSeconds(1));

    ScheduleState before = log.join("a", NOON.plusSeconds(2), PRESENCE);

    assertThat(before.running()).isFalse();
    assertThat(before.changedAt()).isEqualTo(NOON.plusSeconds(1));
    ScheduleState after = log.checkIn("a", NOON.plusSeconds(3));
    assertThat(after.running()).isTrue();
    assertThat(after.changedAt()).isEqualTo(NOON.plusSeconds(2));
    assertThat(after.settledUntil()).isEqualTo(NOON);
  }

  @Test
  default void join_leavesAStoppedScheduleToTheOthers() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);
    log.change(false, "a", NOON);

    log.join("b", NOON.plus(PRESENCE), PRESENCE);

    assertThat(log.checkIn("b", NOON.plus(PRESENCE)).running()).isFalse();
  }

  @Test
  default void join_doesNotCountThoseWhoWereNotSeenForLong() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);
    log.change(false, "a", NOON);
    Instant later = NOON.plus(PRESENCE).plusMillis(1);

    log.join("b", later, PRESENCE);

    assertThat(log.checkIn("b", later).running()).isTrue();
  }

  @Test
  default void checkIn_tellsOfAllInstances() {
    ScheduleLog log = emptyScheduleLog();
    log.join("b", NOON, PRESENCE);
    log.join("a", NOON.plusSeconds(1), PRESENCE);

    ScheduleState state = log.checkIn("b", NOON.plusSeconds(5));

    assertThat(state.instances())
        .containsExactly(
            new Instance("a", NOON.plusSeconds(1), NOON.plusSeconds(1)),
            new Instance("b", NOON, NOON.plusSeconds(5)));
  }

  @Test
  default void leave_takesTheInstanceOut() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);
    log.join("b", NOON, PRESENCE);

    log.leave("a");
    log.leave("a");

    assertThat(log.checkIn("b", NOON).instances()).extracting(Instance::name).containsExactly("b");
  }

  @Test
  default void change_isForAllAndTellsWhatWasBefore() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);
    log.join("b", NOON, PRESENCE);

    ScheduleState before = log.change(false, "a person", NOON.plusSeconds(1));

    assertThat(before.running()).isTrue();
    ScheduleState state = log.checkIn("b", NOON.plusSeconds(2));
    assertThat(state.running()).isFalse();
    assertThat(state.changedBy()).isEqualTo("a person");
    assertThat(state.changedAt()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  default void change_toWhatItIsChangesNothing() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);
    log.change(false, "a person", NOON.plusSeconds(1));

    ScheduleState before = log.change(false, "another", NOON.plusSeconds(2));

    assertThat(before.running()).isFalse();
    assertThat(log.checkIn("a", NOON).changedBy()).isEqualTo("a person");
    assertThat(log.checkIn("a", NOON).changedAt()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  default void settle_neverGoesBack() {
    ScheduleLog log = emptyScheduleLog();
    log.join("a", NOON, PRESENCE);

    log.settle(NOON.plusSeconds(60));
    log.settle(NOON.plusSeconds(30));

    assertThat(log.checkIn("a", NOON).settledUntil()).isEqualTo(NOON.plusSeconds(60));
  }
}
