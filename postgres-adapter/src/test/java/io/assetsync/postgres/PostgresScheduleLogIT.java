package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.contract.ScheduleLogContract;
import io.assetsync.core.run.ScheduleLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class PostgresScheduleLogIT implements ScheduleLogContract {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Override
  public ScheduleLog emptyScheduleLog() {
    return new PostgresScheduleLog(mirror.database());
  }

  @Test
  void clock_isTheServers() {
    Instant wrong = Instant.parse("2020-01-01T00:00:00Z");

    Instant clock = emptyScheduleLog().join("a", wrong, PRESENCE).clock();

    assertThat(Duration.between(clock, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
  }
}
