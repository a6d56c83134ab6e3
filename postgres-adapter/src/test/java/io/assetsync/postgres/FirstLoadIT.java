package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An empty mirror is loaded without a detour. */
final class FirstLoadIT {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  private static final String ROWS =
      "select concat_ws(' ', id, name, first_seen_run, changed_run) from company order by id";

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void rows_areWrittenOnceWhenTheRunIsInTheLog() {
    RunId run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW).id();

    Publishing.publish(mirror.store(), run.value(), Samples.companies(1, 2));

    assertThat(mirror.column(ROWS)).containsExactly("1 Company 1 1 1", "2 Company 2 1 1");
    assertThat(mirror.text("select max(ctid) from company")).isEqualTo("(0,2)");
  }

  @Test
  void rows_getTheRunOfTheCommitWhateverTheLogSays() {
    mirror.runs().started(RunRequest.full("skipped meanwhile"), Mirror.NOW);

    Publishing.publish(mirror.store(), 42, Samples.companies(1));

    assertThat(mirror.column(ROWS)).containsExactly("1 Company 1 42 42");
  }

  @Test
  void repeatedKeys_areWrittenAsReadLast() {
    RunId run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW).id();

    SyncPlan plan =
        Publishing.publish(
            mirror.store(),
            run.value(),
            Samples.companies(1, 2),
            Samples.page(Samples.company(2, "Second"), Samples.company(1, "Second")),
            Samples.page(Samples.company(2, "Third"), Samples.company(3, "Once")));

    assertThat(plan.types().get(0).rows()).isEqualTo(new RowCounts(0, 3, 3, 0, 0, 0));
    assertThat(mirror.column(ROWS)).containsExactly("1 Second 1 1", "2 Third 1 1", "3 Once 1 1");
    assertThat(
            Publishing.publish(
                    mirror.store(),
                    2,
                    Samples.companies(3),
                    Samples.page(
                        Samples.company(1, "Second"),
                        Samples.company(2, "Third"),
                        Samples.company(3, "Once")))
                .types()
                .get(0)
                .rows())
        .isEqualTo(new RowCounts(3, 3, 0, 0, 0, 0));
  }

  @Test
  void refusedPlan_leavesNothing() {
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.stage(Samples.companies(1, 2));
      session.seal(COMPANY, Completeness.COMPLETE);
      assertThat(session.plan().types().get(0).rows().created()).isEqualTo(2);
      assertThat(mirror.rows(COMPANY)).isEmpty();
    }

    assertThat(mirror.rows(COMPANY)).isEmpty();
  }

  @Test
  @Timeout(60)
  void rowThatCannotBeEncoded_leavesNothingOfThePageSentBefore() {
    Entity last = asset(1000).set(AssetAttributes.EOL_DATE, LocalDate.MAX).build();

    assertFails(largePageUpTo(last), "a date or time is beyond what PostgreSQL can hold");

    Publishing.publish(mirror.store(), 2, largePageUpTo(asset(1000).build()));
    assertThat(mirror.text("select concat_ws(' ', count(*), max(id)) from asset"))
        .isEqualTo("1000 1000");
  }

  @Test
  @Timeout(60)
  void rowThatTheDatabaseRefuses_leavesNothingOfThePageSentBefore() {
    Entity last = asset(1000).raw(new Json("{\"a\":\"\\u0000\"}")).build();

    assertFails(largePageUpTo(last), "the database does not accept a value");
  }

  @Test
  @Timeout(60)
  void refusedRowAtTheBeginning_isToldThoughMoreIsSent() {
    List<Entity> assets = new ArrayList<>(largePageUpTo(asset(1000).build()).entities());
    assets.set(0, asset(1).raw(new Json("{\"a\":\"\\u0000\"}")).build());

    assertFails(
        new Page(AssetAttributes.TYPE, assets, List.of()), "the database does not accept a value");
  }

  private void assertFails(Page page, String message) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Publishing.publish(mirror.store(), 1, page))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.REJECTED));
    assertThat(mirror.rows(AssetAttributes.TYPE)).isEmpty();
    assertThat(mirror.column("select pid from pg_locks where locktype = 'advisory'")).isEmpty();
  }

  /** A page of which parts are sent before all of it is encoded. */
  private static Page largePageUpTo(Entity last) {
    Stream<Entity> others =
        LongStream.range(1, last.key().value()).mapToObj(key -> asset(key).build());
    return new Page(
        AssetAttributes.TYPE, Stream.concat(others, Stream.of(last)).toList(), List.of());
  }

  private static Entity.Builder asset(long key) {
    return Samples.asset(key).set(AssetAttributes.NOTES, "Words of no use. ".repeat(100));
  }

  @Test
  void transaction_outlivesTheServersTimeout() {
    mirror.execute(
        """
        do $$ begin
          execute format(
            'alter database %I set idle_in_transaction_session_timeout = 500', current_database());
        end $$
        """);
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      session.stage(Samples.companies(1));
      await()
          .until(
              () ->
                  mirror.column(
                      """
                      select 1 from pg_stat_activity
                      where state = 'idle in transaction' and now() - state_change > '1 s'
                      """),
              idle -> !idle.isEmpty());
      session.stage(Samples.companies(2));
      session.seal(COMPANY, Completeness.COMPLETE);
      session.commit(session.plan().approve(), new RunId(1), SourceState.NONE);
    }

    assertThat(mirror.rows(COMPANY)).hasSize(2);
  }

  @Test
  void mirrorWithSomeRows_isNotLoadedInOneTransaction() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY, LocationAttributes.TYPE))) {
      session.stage(Samples.page(Samples.location(1, "Place")));

      assertThat(
              mirror.column(
                  "select state from pg_stat_activity where state like 'idle in transaction%'"))
          .isEmpty();
    }
  }
}
