package io.assetsync.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What others see of a session that works. */
final class PublishingIT {

  private static final String VERSIONS =
      "select string_agg(concat_ws(' ', id, ctid, xmin), ',' order by id) from company";

  /** Both counts of each run are published together. */
  private static final String SUM =
      "select (select count(*) from company) - (select count(*) from location)";

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void unchangedRows_areNotWritten() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2, 3));
    String before = mirror.text(VERSIONS);

    Publishing.publish(mirror.store(), 2, Samples.companies(3, 2, 1));

    assertThat(mirror.text(VERSIONS)).isEqualTo(before);
  }

  @Test
  void changedRows_areTheOnlyOnesWritten() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2));
    String other = mirror.text("select concat_ws(' ', ctid, xmin) from company where id = 2");

    Publishing.publish(
        mirror.store(), 2, Samples.page(Samples.company(1, "New name")), Samples.companies(2));

    assertThat(mirror.text("select concat_ws(' ', ctid, xmin) from company where id = 2"))
        .isEqualTo(other);
    assertThat(mirror.column("select changed_run from company order by id"))
        .containsExactly("2", "1");
    assertThat(
            mirror.text(
                "select changed_at = '2025-01-31 12:00:00.000001Z' from company where id = 1"))
        .isEqualTo("t");
  }

  @Test
  void refreshedRows_keepTheirRunAndGetTheirValues() {
    Publishing.publish(mirror.store(), 1, Samples.page(company(5)));

    SyncPlan plan = Publishing.publish(mirror.store(), 2, Samples.page(company(6)));

    assertThat(plan.types().get(0).rows().refreshed()).isEqualTo(1);
    assertThat(mirror.text("select concat_ws(' ', assets_count, changed_run) from company"))
        .isEqualTo("6 1");
    assertThat(
            Publishing.publish(mirror.store(), 3, Samples.page(company(6)))
                .types()
                .get(0)
                .rows()
                .refreshed())
        .isZero();
  }

  @Test
  void removedRows_tellWhenUntilTheyAreRevived() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2));
    Publishing.publish(mirror.store(), 2, Samples.companies(2));
    assertThat(
            mirror.text(
                "select concat_ws(' ', life_cycle, changed_run, removed_at = changed_at) from company where id = 1"))
        .isEqualTo("gone 2 t");

    Publishing.publish(mirror.store(), 3, Samples.companies(1, 2));

    assertThat(
            mirror.text(
                "select concat_ws(' ', life_cycle, changed_run, removed_at is null) from company where id = 1"))
        .isEqualTo("active 3 t");
  }

  @Test
  void reader_neverSeesHalfARun() throws Exception {
    Publishing.publish(
        mirror.store(), 1, Samples.companies(1), Samples.page(Samples.location(1, "Place")));
    CountDownLatch reading = new CountDownLatch(1);
    CompletableFuture<List<String>> reader = CompletableFuture.supplyAsync(() -> sums(reading));
    assertThat(reading.await(60, SECONDS)).isTrue();

    for (long run = 2; run <= 20; run++) {
      Publishing.publish(mirror.store(), run, Samples.companies(keysTo(run)), locations(run));
    }
    mirror.execute("create table finished ()");

    assertThat(reader.get(60, SECONDS)).containsOnly("0");
  }

  private List<String> sums(CountDownLatch reading) {
    List<String> sums = new ArrayList<>();
    do {
      sums.add(mirror.text(SUM));
      reading.countDown();
    } while (mirror.text("select to_regclass('finished')") == null);
    return sums;
  }

  @Test
  void commit_notifiesAndDatesTheRun() throws SQLException {
    RunId run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW).id();
    try (Connection listener = mirror.connect();
        Statement statement = listener.createStatement()) {
      statement.execute("listen asset_sync");

      Publishing.publish(mirror.store(), run.value(), Samples.companies(1));

      assertThat(listener.unwrap(PGConnection.class).getNotifications(10_000))
          .singleElement()
          .satisfies(notice -> assertThat(notice.getParameter()).isEqualTo(run.toString()));
    }
    assertThat(
            mirror.text(
                "select concat_ws(' ', published_at = '2025-01-31 12:00Z', published_whole) from run"))
        .isEqualTo("t t");
  }

  @Test
  void commit_tellsWhenItLeftSomethingOut() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2));
    RunId run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW).id();
    try (SyncSession session = mirror.store().begin(Set.of(CompanyAttributes.TYPE))) {
      session.stage(Samples.companies(2, 3));
      session.seal(CompanyAttributes.TYPE, Completeness.COMPLETE);
      session.commit(
          session.plan().approveKeepingAbsent(Set.of(CompanyAttributes.TYPE)),
          run,
          SourceState.NONE);
    }

    assertThat(mirror.text("select published_whole from run")).isEqualTo("f");
  }

  @Test
  void session_holdsNoTransactionWhileItWaits() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    try (SyncSession session = mirror.store().begin(Set.of(CompanyAttributes.TYPE))) {
      session.stage(Samples.companies(1, 2));

      assertThat(
              mirror.column(
                  "select state from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory'"))
          .containsExactly("idle");
    }
  }

  @Test
  void connection_goesBackToItsPoolAsItCame() throws SQLException {
    try (OneConnection pool = new OneConnection(mirror.connect());
        PostgresDatabase database = PostgresDatabase.over(pool.dataSource(), "asset_sync");
        Statement statement = pool.connection().createStatement()) {
      statement.execute("set search_path = elsewhere; set lock_timeout = '7s'");
      String before = state(statement);
      PostgresAssetStore store = new PostgresAssetStore(database, Clock.systemUTC());

      Publishing.publish(store, 1, Samples.companies(1, 2));
      Publishing.publish(store, 2, Samples.companies(2, 3), Samples.companies(2));

      assertThat(state(statement)).isEqualTo(before);
      assertThat(pool.connection().getAutoCommit()).isTrue();
    }
    assertThat(mirror.column("select life_cycle from company order by id"))
        .containsExactly("gone", "active", "active");
  }

  private static String state(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            select concat_ws(' ',
              current_setting('search_path'), current_setting('lock_timeout'),
              current_setting('statement_timeout'), current_setting('idle_session_timeout'),
              (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()),
              (select count(*) from pg_class where relpersistence = 't'))
            """)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Entity company(int assets) {
    return Entity.of(CompanyAttributes.TYPE, new EntityKey(1))
        .set(CompanyAttributes.ASSETS_COUNT, assets)
        .build();
  }

  private static long[] keysTo(long last) {
    return LongStream.rangeClosed(1, last).toArray();
  }

  private static Page locations(long last) {
    Entity[] more =
        LongStream.rangeClosed(2, last)
            .mapToObj(key -> Samples.location(key, "Place"))
            .toArray(Entity[]::new);
    return Samples.page(Samples.location(1, "Place"), more);
  }
}
