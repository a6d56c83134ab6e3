package io.assetsync.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.testing.Samples;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What somebody sees who reads and listens throughout many publications. */
final class ReaderIT {

  private static final int COMMITS = 1000;

  /** Every run gives all rows of both tables its number as their name. */
  private static final String NAMES =
      "select min(name::int), max(name::int) from (select name from company union all select name from location) as rows";

  @AutoClose private final Mirror mirror = Mirror.create();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final AtomicBoolean finished = new AtomicBoolean();

  /** What a reader saw. */
  private record Sights(long reads, long mixtures, long steps, long backwards) {}

  @Test
  void reader_neverSeesAMixtureOrWaits() throws Exception {
    publish(1);
    CompletableFuture<Sights> reader = CompletableFuture.supplyAsync(this::read);
    assertThat(reading.await(60, SECONDS)).isTrue();

    int notices = 0;
    try (Connection listener = mirror.connect();
        Statement statement = listener.createStatement()) {
      statement.execute("listen asset_sync");
      for (int run = 2; run <= COMMITS; run++) {
        publish(run);
      }
      finished.set(true);
      for (int more = 1; more > 0; notices += more) {
        more =
            listener
                .unwrap(PGConnection.class)
                .getNotifications(notices == COMMITS - 1 ? 1 : 100)
                .length;
      }
    }

    Sights sights = reader.get(60, SECONDS);
    assertThat(sights.mixtures()).isZero();
    assertThat(sights.backwards()).isZero();
    assertThat(sights.reads()).isGreaterThan(COMMITS);
    assertThat(sights.steps()).isGreaterThan(COMMITS / 10);
    assertThat(notices).isEqualTo(COMMITS - 1);
  }

  private void publish(long run) {
    String name = Long.toString(run);
    Publishing.publish(
        mirror.store(),
        run,
        Samples.page(Samples.company(1, name), Samples.company(2, name)),
        Samples.page(Samples.location(1, name), Samples.location(2, name)));
  }

  /** Reads on and on; a reader that had to wait for a lock would fail. */
  private Sights read() {
    try (Connection connection = mirror.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = " + Duration.ofMillis(50).toMillis());
      long reads = 0;
      long mixtures = 0;
      long steps = 0;
      long backwards = 0;
      int last = 0;
      while (!finished.get()) {
        try (ResultSet row = statement.executeQuery(NAMES)) {
          row.next();
          reads++;
          mixtures += row.getInt(1) == row.getInt(2) ? 0 : 1;
          steps += row.getInt(1) > last ? 1 : 0;
          backwards += row.getInt(1) < last ? 1 : 0;
          last = row.getInt(1);
        }
        reading.countDown();
      }
      return new Sights(reads, mixtures, steps, backwards);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
