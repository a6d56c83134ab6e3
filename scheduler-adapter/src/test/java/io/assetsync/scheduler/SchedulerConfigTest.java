package io.assetsync.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    assertThat(config.times())
        .extracting(LocalTime::toString)
        .containsExactly("08:00", "12:00", "16:00", "20:00");
    assertThat(config.zone()).isEqualTo(BERLIN);
    assertThat(config.grace()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void times_areKeptInOrder() {
    SchedulerConfig config = with(List.of(LocalTime.of(20, 0), EIGHT), Duration.ofMinutes(1));

    assertThat(config.times()).containsExactly(EIGHT, LocalTime.of(20, 0));
  }

  @Test
  void times_mustNotBeEmpty() {
    assertThatThrownBy(() -> with(List.of(), Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a schedule needs at least one time, such as 08:00");
  }

  @Test
  void times_mustDiffer() {
    assertThatThrownBy(() -> with(List.of(EIGHT, EIGHT), Duration.ofMinutes(1)))
        .hasMessage("the time 08:00 is listed twice");
  }

  @Test
  void times_mustBeWholeMinutes() {
    assertThatThrownBy(() -> with(List.of(LocalTime.of(8, 0, 30)), Duration.ofMinutes(1)))
        .hasMessage("a time is given in whole minutes, not as 08:00:30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999S", "-PT5M", "PT24H0.001S"})
  void grace_mustBeFromASecondToADay(Duration grace) {
    assertThatThrownBy(() -> with(List.of(EIGHT), grace))
        .hasMessageStartingWith("the grace must be from one second to one day, not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT24H"})
  void grace_mayBeAtItsBounds(Duration grace) {
    assertThat(with(List.of(EIGHT), grace).grace()).isEqualTo(grace);
  }

  private static SchedulerConfig with(List<LocalTime> times, Duration grace) {
    return new SchedulerConfig(times, ZoneOffset.UTC, grace);
  }
}
