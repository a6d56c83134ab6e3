package io.assetsync.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.run.RunMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerConfigTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalTime EIGHT = LocalTime.of(8, 0);

  @Test
  void standard_isFourTimesADayWithFiveMinutesOfGrace() {
    SchedulerConfig config = SchedulerConfig.standard(BERLIN);

    assertThat(config.entries())
        .extracting(ScheduleEntry::name)
        .containsExactly(
            "Asset Sync 08:00", "Asset Sync 12:00", "Asset Sync 16:00", "Asset Sync 20:00");
    assertThat(config.entries()).extracting(ScheduleEntry::mode).containsOnly(RunMode.FULL);
    assertThat(config.zone()).isEqualTo(BERLIN);
    assertThat(config.grace()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void entries_mustNotBeEmpty() {
    assertThatThrownBy(() -> SchedulerConfig.daily(List.of(), BERLIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a schedule needs at least one time, such as 08:00");
  }

  @Test
  void names_mustDiffer() {
    assertThatThrownBy(() -> SchedulerConfig.daily(List.of(EIGHT, EIGHT), BERLIN))
        .hasMessage(
            "two entries of the schedule are named \"Asset Sync 08:00\"; leave one out or name it"
                + " otherwise");
  }

  @Test
  void times_mustBeWholeMinutes() {
    assertThatThrownBy(() -> ScheduleEntry.daily(LocalTime.of(8, 0, 30)))
        .hasMessage("a time is given in whole minutes, not as 08:00:30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999S", "-PT5M", "PT24H0.001S"})
  void grace_mustBeFromASecondToADay(Duration grace) {
    assertThatThrownBy(() -> with(grace))
        .hasMessageStartingWith("the grace must be from one second to one day, not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT24H"})
  void grace_mayBeAtItsBounds(Duration grace) {
    assertThat(with(grace).grace()).isEqualTo(grace);
  }

  private static SchedulerConfig with(Duration grace) {
    return SchedulerConfig.daily(List.of(EIGHT), BERLIN).withGrace(grace);
  }
}
