package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole runs whose connection, or the run log's, is cut anywhere: the mirror is left as it was or
 * is wholly published, the log tells which, and the next run works.
 */
final class LostConnectionIT {

  private static final String RUNNING = "select count(*) from run where outcome = 'running'";

  @AutoClose private final Mirror mirror = Mirror.create();
  @AutoClose private final FragileConnections connections;
  private final PostgresSync sync;
  private long edition = 1;
  private int published;

  LostConnectionIT() throws SQLException {
    connections = new FragileConnections(mirror.server());
    sync = new PostgresSync(PostgresDatabase.over(connections.dataSource(), "asset_sync"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void runCutAtAnyCall_isWholeOrNothing(boolean firstLoad) {
    long call = 0;
    boolean cut;
    do {
      prepare(firstLoad);
      connections.cutAt(++call);
      cut = survives();
    } while (cut);

    assertThat(call).isGreaterThan(40);
    assertThat(published).isBetween(1, (int) call / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void runCutWhileItWorks_isWholeOrNothing(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      prepare(false);
      connections.cutDuring(1 + random.nextInt(90));
      survives();
    }
  }

  @Test
  void skippedRunCutAtAnyCall_isNeverSeenRunning() {
    Failure why = new Failure(Failure.Blame.NOBODY, "run.missed", "the machine slept");
    RunLog runs = new PostgresRunLog(PostgresDatabase.over(connections.dataSource(), "asset_sync"));
    long call = 0;
    do {
      connections.cutAt(++call);
      try {
        runs.notStarted(RunRequest.full("schedule"), Outcome.MISSED, why, Mirror.NOW);
      } catch (StoreException e) {
        assertThat(e.fault()).isEqualTo(StoreException.Fault.UNAVAILABLE);
      }
      assertThat(mirror.text(RUNNING)).isEqualTo("0");
    } while (connections.mend());

    assertThat(call).isGreaterThan(3);
  }

  private void prepare(boolean firstLoad) {
    if (firstLoad) {
      mirror.execute("truncate company, location, source_aspect, source_bookmark");
      edition = 1;
      return;
    }
    if (edition == 1) {
      assertThat(sync.showing(edition).sync().outcome()).isEqualTo(Outcome.APPLIED);
    }
    edition++;
  }

  /** Does a run that is cut and one that is not; returns whether the first was cut at all. */
  private boolean survives() {
    String before = mirror.text(PostgresSync.SEEN);
    long lastRun = lastRun();
    sync.showing(edition);
    try {
      sync.sync();
    } catch (StoreException e) {
      assertThat(e.fault()).isEqualTo(StoreException.Fault.UNAVAILABLE);
    }
    boolean cut = connections.mend();
    boolean isPublished = PostgresSync.edition(edition).equals(mirror.text(PostgresSync.SEEN));
    if (!isPublished) {
      assertThat(mirror.text(PostgresSync.SEEN)).isEqualTo(before);
    }

    edition += isPublished || edition > 1 ? 1 : 0;
    RunReport next = sync.showing(edition).sync();

    assertThat(next.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(mirror.text(PostgresSync.SEEN)).isEqualTo(PostgresSync.edition(edition));
    assertThat(mirror.text(RUNNING)).isEqualTo("0");
    assertRecorded(lastRun, next, isPublished);
    published += isPublished ? 1 : 0;
    return cut;
  }

  private void assertRecorded(long lastRun, RunReport next, boolean isPublished) {
    List<RunReport> between =
        mirror.runs().latest(3).stream()
            .filter(run -> run.id().value() > lastRun && !run.id().equals(next.id()))
            .toList();
    if (isPublished) {
      assertThat(between).extracting(RunReport::outcome).containsExactly(Outcome.APPLIED);
    } else {
      assertThat(between)
          .extracting(RunReport::outcome)
          .isSubsetOf(Outcome.FAILED, Outcome.INTERRUPTED);
    }
  }

  private long lastRun() {
    return mirror.runs().latest(1).stream()
        .mapToLong(run -> run.id().value())
        .findFirst()
        .orElse(0);
  }
}
