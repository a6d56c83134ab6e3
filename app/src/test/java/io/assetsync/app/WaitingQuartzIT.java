package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another instance that is paused, or its machine, may keep what Quartz waits for. */
final class WaitingQuartzIT {

  private static final String TIMES = "select count(*) from asset_sync.scheduled_time";

  @TempDir private Path directory;

  @Test
  void schedule_goesOnAndEndsWithoutQuartz() throws Exception {
    ServedSite served =
        new ServedSite(
            directory, Map.of("SYNC_TIMES", "off", "SYNC_CRON", "often = */2 * * * * ?"));
    Instant stopped;
    try (Connection other = served.database().connect();
        Statement statement = other.createStatement()) {
      await().atMost(Child.PATIENCE).until(() -> times(served) > 0);
      other.setAutoCommit(false);
      statement.execute("lock table asset_sync.qrtz_locks in access exclusive mode");
      long before = times(served);

      await().atMost(Child.PATIENCE).until(() -> times(served) > before + 10);

      stopped = Instant.now();
      served.close();
    }
    assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  private static long times(ServedSite served) throws SQLException {
    return Long.parseLong(Mirror.column(served.database(), TIMES).get(0));
  }
}
