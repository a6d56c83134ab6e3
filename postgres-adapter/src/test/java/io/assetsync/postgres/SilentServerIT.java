package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A server that takes a statement and says nothing. */
final class SilentServerIT {

  private static final Duration PRESENCE = Duration.ofSeconds(30);

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void serverThatDoesNotAnswer_isGivenUp() {
    ScheduleLog log = new PostgresScheduleLog(mirror.database());
    log.join("a", Samples.NOON, PRESENCE);
    mirror.execute(
        """
        create function sleep() returns trigger language plpgsql as
        $$ begin perform pg_sleep(60); return new; end $$;
        create trigger sleep before update on schedule_instance for each row execute function sleep()
        """);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> log.checkIn("a", Samples.NOON))
        .withMessageContaining("it did not answer in time");
    assertThat(log.join("b", Samples.NOON, PRESENCE).instances()).hasSize(2);
  }
}
