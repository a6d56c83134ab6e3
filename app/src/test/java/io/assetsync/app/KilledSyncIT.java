package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.standin.Estate;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The process is killed or paused at some moment of a run; the next run makes good for it. */
final class KilledSyncIT {

  private static final String WAITING =
      "select count(*) from pg_locks l join pg_database d on d.oid = l.database"
          + " where not l.granted and d.datname = current_database()";

  private static final String OTHERS =
      "select count(*) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()";

  private static final String END_OTHERS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()";

  @TempDir private static Path directory;

  private static Site site;
  private static Map<String, List<String>> expected;
  private static Map<String, List<String>> expectedAtFirst;

  private final TestDatabase database = synced();

  @BeforeAll
  static void syncUndisturbed() throws SQLException {
    site = new Site(directory, 200);
    try (TestDatabase undisturbed = synced();
        TestDatabase fresh = TestDatabase.create()) {
      change(site.estate());
      assertThat(site.run(undisturbed, Map.of(), "sync").code()).isZero();
      expected = Mirror.of(undisturbed);
      assertThat(site.run(fresh, Map.of(), "sync").code()).isZero();
      expectedAtFirst = Mirror.of(fresh);
    }
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @AfterEach
  void drop() {
    site.snipeIt().clearFaults();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"companies", "models", "users", "hardware", "hardware?status=Deleted"})
  void killedWhileReading_isMadeGoodByTheNextRun(String path) throws Exception {
    killAtRequest(path, database);

    assertThat(Mirror.of(database)).isNotEqualTo(expected);
    assertNextRunMakesGood("interrupted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"companies", "hardware"})
  void killedInTheFirstRun_isMadeGoodByTheNextRun(String path) throws Exception {
    try (TestDatabase empty = TestDatabase.create()) {
      killAtRequest(path, empty);

      assertThat(Mirror.of(empty).values()).allMatch(List::isEmpty);
      syncAgain(empty);
      assertThat(Mirror.of(empty)).isEqualTo(expectedAtFirst);
      assertThat(Mirror.outcomes(empty)).containsExactly("interrupted", "applied");
    }
  }

  /** The first table of the mirror is written first, and the last one last. */
  @ParameterizedTest
  @CsvSource({"company", "asset"})
  void killedInTheCommit_isMadeGoodByTheNextRun(String table) throws Exception {
    killWhenBlockedBy(table);

    assertNextRunMakesGood("interrupted");
  }

  @Test
  void killedAfterTheCommit_isRecordedAsApplied() throws Exception {
    killWhenBlockedBy("run_type");

    assertThat(Mirror.of(database)).isEqualTo(expected);
    syncAgain(database);
    assertThat(Mirror.of(database)).isEqualTo(expected);
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "applied", "unchanged");
  }

  /** As a machine that sleeps, while the server ends its sessions and another run publishes. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
  void pausedAndTakenForDead_publishesNothingLater() throws Exception {
    AtomicReference<Child> started = new AtomicReference<>();
    CountDownLatch paused = new CountDownLatch(1);
    site.snipeIt()
        .beforeRequest(
            "hardware",
            1,
            () -> {
              pause(started);
              paused.countDown();
            });
    try (Child child = site.start(database, Map.of(), "sync")) {
      started.set(child);
      assertThat(paused.await(Child.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      Mirror.column(database, END_OTHERS);
      syncAgain(database);
      assertThat(Mirror.outcomes(database)).containsExactly("applied", "interrupted", "applied");

      child.signal("CONT");

      assertThat(child.end()).isNotZero();
    }
    assertThat(Mirror.of(database)).isEqualTo(expected);
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "failed", "applied");
  }

  private static void pause(AtomicReference<Child> started) {
    await().atMost(Child.PATIENCE).until(() -> started.get() != null);
    try {
      started.get().signal("STOP");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void assertNextRunMakesGood(String killed) throws SQLException {
    syncAgain(database);
    assertThat(Mirror.of(database)).isEqualTo(expected);
    assertThat(Mirror.outcomes(database)).containsExactly("applied", killed, "applied");
  }

  private static void killAtRequest(String path, TestDatabase into) throws Exception {
    AtomicReference<Child> started = new AtomicReference<>();
    site.snipeIt()
        .beforeRequest(
            path,
            1,
            () -> {
              await().atMost(Child.PATIENCE).until(() -> started.get() != null);
              started.get().kill();
            });
    try (Child child = site.start(into, Map.of(), "sync")) {
      started.set(child);
      assertThat(child.end()).isEqualTo(128 + 9);
    }
  }

  /** Keeps a table from being written, and kills the process when it waits for that. */
  private void killWhenBlockedBy(String table) throws Exception {
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("lock table asset_sync." + table + " in share mode");
      try (Child child = site.start(database, Map.of(), "sync")) {
        await()
            .atMost(Child.PATIENCE)
            .until(() -> !Mirror.column(database, WAITING).equals(List.of("0")));
        child.kill();
        assertThat(child.end()).isEqualTo(128 + 9);
      }
      blocker.rollback();
    }
  }

  private static void syncAgain(TestDatabase into) {
    await().atMost(Child.PATIENCE).until(() -> Mirror.column(into, OTHERS).equals(List.of("0")));
    Site.Ending ending = site.run(into, Map.of(), "sync");
    assertThat(ending.code()).as(ending.err()).isZero();
  }

  /** Returns a database with the estate as it was invented. */
  private static TestDatabase synced() {
    return TestDatabase.copyOf(
        "synced", template -> assertThat(site.run(template, Map.of(), "sync").code()).isZero());
  }

  /** Touches the first and the last kind that is read, and each way in which a row can change. */
  private static void change(Estate estate) {
    estate.rename("companies", 1, "Renamed & Sons");
    estate.rename("hardware", 1, "renamed");
    estate.archive(2);
    estate.delete("hardware", 3);
    estate.purge("hardware", 4);
    estate.create("hardware", Map.of("asset_tag", "NEW-1", "model_id", 1, "status_id", 1));
  }
}
