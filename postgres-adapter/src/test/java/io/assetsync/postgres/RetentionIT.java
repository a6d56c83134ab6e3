package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.error.StoreException.Fault;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is cleaned away after runs, and what is said of it. */
final class RetentionIT {

  private static final Duration DAY = Duration.ofDays(1);

  private static final String PAST = "select name from company_history order by valid_to";

  private static final String SECONDS_OF_2020 =
      "select extract(epoch from kept_since - '2020-01-01Z')::int from history_extent where kind = 'company'";

  @AutoClose private final Mirror mirror = Mirror.create();
  private final SteppingClock clock = SteppingClock.standing(Mirror.NOW);

  @Test
  void history_isKeptForEverUnlessToldOtherwise() {
    PostgresAssetStore store = new PostgresAssetStore(mirror.database(), clock);
    publishDaily(store, 5);
    clock.advance(DAY.multipliedBy(10_000));
    publish(store, 6);

    assertThat(mirror.column(PAST)).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void oldVersions_areCleanedAwayAndTheHistoryBeginsLater() {
    publishDaily(store(3), 6);

    assertThat(mirror.column(PAST)).containsExactly("3", "4", "5");
    assertThat(nameAt(Mirror.NOW.plus(DAY.multipliedBy(2)))).isEqualTo("3");
    assertThatThrownBy(() -> nameAt(Mirror.NOW.plus(DAY.multipliedBy(2)).minusMillis(1)))
        .hasMessageContaining("The history of company begins at 2025-02-02");
  }

  @Test
  void cleanUp_isBounded() {
    publish(store(1), 1);
    mirror.execute(
        "update history_extent set kept_since = '2020-01-01Z'",
        """
        insert into company_history (
          id, life_cycle, raw, row_hash, first_seen_run, changed_run, changed_at, valid_to, ended_run)
        select id, life_cycle, raw, row_hash, 1, 1, '2020-01-01Z',
          timestamptz '2020-01-01Z' + number * interval '1 second', 1
        from company, generate_series(1, %d) as number
        """
            .formatted(CleanUp.MAX_ROWS + 5));

    publish(store(1), 2);
    assertThat(mirror.text("select count(*) from company_history")).isEqualTo("6");
    assertThat(mirror.text(SECONDS_OF_2020)).isEqualTo("10000");

    publish(store(1), 3);
    assertThat(mirror.text("select count(*) from company_history")).isEqualTo("2");
    assertThat(mirror.text(SECONDS_OF_2020)).isEqualTo("10005");
  }

  @Test
  void cleanUp_doesNotComeAfterARunThatPublishesNothing() {
    publishDaily(store(30), 3);
    clock.advance(DAY.multipliedBy(60));

    try (SyncSession session = store(30).begin(Set.of(CompanyAttributes.TYPE))) {
      session.seal(CompanyAttributes.TYPE, new Completeness.Incomplete("it is a test"));
      session.plan();
    }

    assertThat(mirror.column(PAST)).containsExactly("1", "2");
  }

  @Test
  void cleanUp_thatFailsDoesNotFailTheRun() {
    mirror.execute(
        """
        create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'nothing is deleted'; end $$;
        create trigger refuse before delete on company_history
        for each row execute function refuse()
        """);

    publishDaily(store(3), 6);

    assertThat(mirror.column(PAST)).containsExactly("1", "2", "3", "4", "5");
    assertThat(mirror.text("select name from company")).isEqualTo("6");
  }

  @Test
  void undo_ofWhatIsNoLongerKnownIsRefused() {
    publishDaily(store(3), 6);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> undo(2, 7))
        .withMessageContaining("cannot undo run 2 in PostgreSQL")
        .withMessageContaining("what was before that run is not kept (rows of company: 1)")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.REJECTED));
    assertThat(mirror.text("select name from company")).isEqualTo("6");

    undo(4, 7);
    assertThat(mirror.text("select name from company")).isEqualTo("3");
  }

  @Test
  void oldFindings_areCleanedAwayAndTheirRunsAreNot() {
    recordFinding();
    clock.advance(DAY.multipliedBy(89));
    recordFinding();
    publish(new PostgresAssetStore(mirror.database(), clock), 3);
    assertThat(mirror.text("select count(*) from run_finding")).isEqualTo("2");

    clock.advance(DAY.multipliedBy(2));
    recordFinding();
    publish(new PostgresAssetStore(mirror.database(), clock), 4);

    assertThat(mirror.column("select run_id from run_finding order by run_id"))
        .containsExactly("2", "3");
    assertThat(mirror.text("select count(*) from run")).isEqualTo("3");
  }

  private PostgresAssetStore store(int days) {
    return new PostgresAssetStore(
        mirror.database(),
        clock,
        new Retention(Optional.of(DAY.multipliedBy(days)), Optional.empty()));
  }

  /** Publishes a run a day, each with its own name for the one company. */
  private void publishDaily(PostgresAssetStore store, int runs) {
    for (int run = 1; run <= runs; run++) {
      publish(store, run);
      clock.advance(DAY);
    }
  }

  private static void publish(PostgresAssetStore store, long run) {
    Publishing.publish(store, run, Samples.page(Samples.company(1, Long.toString(run))));
  }

  private void undo(long first, long run) {
    try (SyncSession session = store(3).begin(Set.of(CompanyAttributes.TYPE))) {
      session.undo(new RunId(first), new RunId(run));
    }
  }

  private void recordFinding() {
    RunReport run = mirror.runs().started(RunRequest.full("test"), clock.instant());
    TypeReport part =
        new TypeReport(
            "company",
            TypeReport.Reading.UNREAD,
            new TypeReport.Changes(0, 0, 0, 0, 0, 0),
            KeySet.empty(),
            List.of(new Finding(Finding.Kind.REMARK, OptionalLong.empty(), "odd")));
    mirror
        .runs()
        .finished(run.concluded(Outcome.UNCHANGED, List.of(part), List.of(), clock.instant()));
  }

  private @Nullable String nameAt(Instant time) {
    return mirror.text("select name from company_as_of('" + time + "')");
  }
}
