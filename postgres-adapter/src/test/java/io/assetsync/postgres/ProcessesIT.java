package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.postgres.PhasedStore.Phase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that are killed while they synchronise, and that begin at the same time. */
final class ProcessesIT {

  private static final String HOLDERS =
      "select pid from pg_locks where locktype = 'advisory' and classid = 1634956153 and granted";

  @AutoClose private final Mirror mirror = Mirror.create();
  private final PostgresSync sync = new PostgresSync(mirror.database());

  @BeforeEach
  void publishFirstEdition() {
    assertThat(sync.showing(1).sync().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @ParameterizedTest
  @EnumSource
  void killedProcess_isRecordedAsWhatItDid(Phase phase) throws Exception {
    try (SyncProcess process = SyncProcess.start(mirror.server())) {
      assertThat(process.answer()).isEqualTo("ready");
      process.tell("2 " + phase);
      assertThat(process.answer()).isEqualTo(phase.name());

      process.kill();
    }
    boolean isPublished = phase == Phase.CLOSE;
    assertThat(mirror.text(PostgresSync.SEEN)).isEqualTo(PostgresSync.edition(isPublished ? 2 : 1));

    assertNextRunPublishes(3);

    assertThat(mirror.runs().find(new RunId(2)))
        .map(RunReport::outcome)
        .contains(isPublished ? Outcome.APPLIED : Outcome.INTERRUPTED);
  }

  /** The server goes on with what it was told last, and learns only then that nobody waits. */
  @Test
  void killedInTheMiddleOfTheCommit_isPublishedWhollyBeforeTheNextRunBegins() throws Exception {
    mirror.execute(
        """
        create function wait_for_the_test() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(1, 1); return null; end $$;
        create constraint trigger wait after insert on company deferrable initially deferred
        for each row execute function wait_for_the_test()
        """);
    try (Connection gate = mirror.connect();
        Statement statement = gate.createStatement();
        SyncProcess process = SyncProcess.start(mirror.server())) {
      statement.execute("select pg_advisory_lock(1, 1)");
      process.answer();
      process.tell("2 NEVER");
      await()
          .until(
              () ->
                  mirror.column(
                      "select 1 from pg_stat_activity where query = 'COMMIT' and wait_event = 'advisory'"),
              waiting -> !waiting.isEmpty());
      process.kill();

      assertThat(mirror.text(PostgresSync.SEEN)).isEqualTo(PostgresSync.edition(1));
      assertThat(catchInProgress()).hasMessage("run 2 is under way; wait until it has ended");
    }
    mirror.execute("drop function wait_for_the_test cascade");
    await().until(() -> mirror.column(HOLDERS), List::isEmpty);
    assertThat(mirror.text(PostgresSync.SEEN)).isEqualTo(PostgresSync.edition(2));

    assertNextRunPublishes(3);

    assertThat(mirror.runs().find(new RunId(2)))
        .hasValueSatisfying(
            run -> {
              assertThat(run.outcome()).isEqualTo(Outcome.APPLIED);
              assertThat(run.failure())
                  .map(Failure::message)
                  .hasValueSatisfying(text -> assertThat(text).contains("its counts are lost"));
            });
  }

  private RuntimeException catchInProgress() {
    try {
      sync.showing(2).sync();
    } catch (RunInProgressException e) {
      return e;
    }
    throw new AssertionError("the mirror was given to two");
  }

  private void assertNextRunPublishes(long edition) {
    await().until(() -> mirror.column(HOLDERS), List::isEmpty);
    assertThat(sync.showing(edition).sync().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(mirror.text(PostgresSync.SEEN)).isEqualTo(PostgresSync.edition(edition));
  }

  @Test
  void processesThatBeginAtOnce_runOneAtATime() throws Exception {
    try (SyncProcess one = SyncProcess.start(mirror.server());
        SyncProcess other = SyncProcess.start(mirror.server())) {
      one.answer();
      other.answer();
      for (long edition = 2; edition <= 16; edition++) {
        one.tell(edition + " COMMIT");
        other.tell(edition + " COMMIT");
        List<String> answers = List.of(one.answer(), other.answer());
        SyncProcess winner = answers.get(0).equals("COMMIT") ? one : other;
        String active = activeRun();

        assertThat(answers).containsExactlyInAnyOrder("COMMIT", "gave way to " + active);
        winner.tell("go on");
        assertThat(winner.answer()).isEqualTo(active + " APPLIED");
        assertThat(mirror.text(PostgresSync.SEEN)).isEqualTo(PostgresSync.edition(edition));
        assertSkipped(active);
      }
    }
  }

  private String activeRun() {
    return mirror.runs().latest(2).stream()
        .filter(run -> run.outcome() == Outcome.RUNNING)
        .map(run -> run.id().toString())
        .findAny()
        .orElse("none");
  }

  private void assertSkipped(String active) {
    Stream<RunReport> skipped =
        mirror.runs().latest(2).stream().filter(run -> run.outcome() == Outcome.SKIPPED);
    assertThat(skipped.map(run -> run.failure().orElseThrow().message()))
        .containsExactly("run " + active + " is under way; wait until it has ended");
  }
}
