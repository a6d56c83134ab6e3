package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a session when the database does not do its part. */
final class SessionFailureIT {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;

  /** Where the connection of a session is cut. */
  enum Cut {
    STAGING,
    PLANNING,
    COMMITTING
  }

  @AutoClose private final Mirror mirror = Mirror.create();

  @BeforeEach
  void publishCompanies() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2));
  }

  @ParameterizedTest
  @EnumSource
  void cutConnection_leavesTheMirrorAsItWas(Cut cut) {
    List<RunId> before = mirror.rows(COMPANY).stream().map(MirroredRow::changedRun).toList();
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> runUntil(cut, session))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.UNAVAILABLE))
          .withMessageContaining("PostgreSQL at 127.0.0.1:");
      assertThatIllegalStateException().isThrownBy(() -> session.stage(Samples.companies(5)));
    }

    assertThat(mirror.rows(COMPANY)).extracting(MirroredRow::changedRun).isEqualTo(before);
    Publishing.publish(mirror.store(), 2, Samples.companies(1, 2, 3));
    assertThat(mirror.rows(COMPANY)).hasSize(3);
  }

  private void runUntil(Cut cut, SyncSession session) {
    cutIf(cut == Cut.STAGING);
    session.stage(Samples.page(Samples.company(1, "Other"), Samples.company(3, "New")));
    session.seal(COMPANY, Completeness.COMPLETE);
    cutIf(cut == Cut.PLANNING);
    ApprovedPlan approved = session.plan().approve();
    cutIf(cut == Cut.COMMITTING);
    session.commit(approved, new RunId(2), SourceState.NONE);
  }

  private void cutIf(boolean now) {
    if (now) {
      assertThat(
              mirror.text(
                  "select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'"))
          .isEqualTo("t");
    }
  }

  @Test
  void cutInsideTheCommit_isNoPublication() {
    mirror.execute(
        """
        create function end_connection() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(10); return null; end $$;
        create constraint trigger end_connection after insert on company deferrable initially deferred
        for each row execute function end_connection()
        """);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Publishing.publish(mirror.store(), 2, Samples.companies(1, 2, 3)))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.UNAVAILABLE));

    assertThat(mirror.rows(COMPANY)).hasSize(2);
  }

  @Test
  void refusedCommit_isToldAtOnce() {
    mirror.execute(
        """
        create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'the rows are broken'; end $$;
        create constraint trigger refuse after insert on company deferrable initially deferred
        for each row execute function refuse()
        """);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Publishing.publish(mirror.store(), 2, Samples.companies(1, 2, 3)))
        .withMessageContaining("cannot publish run 2")
        .withMessageContaining("the rows are broken");

    assertThat(mirror.rows(COMPANY)).hasSize(2);
  }

  @Test
  void usedUpPool_isTold() throws SQLException {
    PostgresConfig config = Mirror.config(mirror.server());
    PostgresConfig small =
        new PostgresConfig(
            config.jdbcUrl(),
            config.user(),
            config.password(),
            config.schema(),
            2,
            Duration.ofSeconds(1),
            config.statementTimeout(),
            config.lockTimeout());
    try (PostgresDatabase database = PostgresDatabase.connect(small);
        SchemaConnection one = database.open();
        SchemaConnection other = database.open()) {
      assertThat(one.isAlive() && other.isAlive()).isTrue();

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> new PostgresRunLog(database).latest(1))
          .withMessageContaining("no connection was to be had in time");
    }
  }

  @Test
  void lockedTable_failsTheCommitInsteadOfBlockingOthers() throws SQLException {
    PostgresConfig config = Mirror.config(mirror.server());
    PostgresConfig hasty =
        new PostgresConfig(
            config.jdbcUrl(),
            config.user(),
            config.password(),
            config.schema(),
            2,
            config.connectTimeout(),
            config.statementTimeout(),
            Duration.ofSeconds(1));
    try (PostgresDatabase database = PostgresDatabase.connect(hasty);
        SyncSession session =
            new PostgresAssetStore(database, Clock.systemUTC()).begin(Set.of(COMPANY));
        Connection other = mirror.connect();
        Statement statement = other.createStatement()) {
      session.stage(Samples.companies(1, 2, 3));
      session.seal(COMPANY, Completeness.COMPLETE);
      ApprovedPlan approved = session.plan().approve();
      other.setAutoCommit(false);
      statement.execute("lock table company in share mode");

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> session.commit(approved, new RunId(2), SourceState.NONE))
          .withMessageContaining("somebody else keeps a table locked")
          .satisfies(e -> assertThat(e.retryable()).isTrue());
    }
  }

  @Test
  void unacceptableValue_isTheDatasFault() {
    Page page = Samples.page(Samples.asset(1).raw(new Json("{\"a\":\"\\u0000\"}")).build());

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Publishing.publish(mirror.store(), 2, page))
        .withMessageContaining("the database does not accept a value")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.REJECTED));
    assertThat(mirror.rows(AssetAttributes.TYPE)).isEmpty();
  }

  @Test
  void secondSession_isRefusedToOtherProcessesToo() {
    try (SyncSession session = mirror.store().begin(Set.of(COMPANY));
        PostgresDatabase other = PostgresDatabase.connect(Mirror.config(mirror.server()))) {
      session.stage(Samples.companies(1));

      assertThatExceptionOfType(RunInProgressException.class)
          .isThrownBy(
              () -> new PostgresAssetStore(other, Clock.systemUTC()).begin(Set.of(LOCATION)))
          .satisfies(e -> assertThat(e.active()).isEmpty());
    }
  }

  @Test
  void sessionsOfTwoSchemas_doNotExcludeEachOther() {
    PostgresConfig config = Mirror.config(mirror.server()).withSchema("second_mirror");
    try (PostgresDatabase other = PostgresDatabase.connect(config)) {
      other.migrate();
      try (SyncSession session = mirror.store().begin(Set.of(COMPANY))) {
        Publishing.publish(
            new PostgresAssetStore(other, Clock.systemUTC()), 1, Samples.companies(9));
        session.stage(Samples.companies(1));
      }
    }

    assertThat(mirror.column("select id from second_mirror.company")).containsExactly("9");
    assertThat(mirror.rows(COMPANY)).hasSize(2);
  }
}
