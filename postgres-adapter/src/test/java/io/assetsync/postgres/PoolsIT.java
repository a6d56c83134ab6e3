package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a session on connections that somebody else pools. */
final class PoolsIT {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final String NAMES = "select string_agg(name, ',' order by id) from company";
  private static final String LOCKS =
      "select count(*) from pg_locks where locktype = 'advisory' and granted";

  @AutoClose private final Mirror mirror = Mirror.create();

  @BeforeEach
  void publishCompanies() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2));
  }

  @Test
  void poolThatLeavesTransactionsOpen_isGivenItsConnectionsBackAsTheyWere() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(mirror.server().jdbcUrl());
    config.setUsername(mirror.server().user());
    config.setPassword(mirror.server().password());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config);
        PostgresDatabase database = PostgresDatabase.over(pool, "asset_sync")) {
      PostgresAssetStore store = store(database);
      PostgresRunLog runs = new PostgresRunLog(database);
      RunId run = runs.started(RunRequest.full("test"), Mirror.NOW).id();

      Publishing.publish(store, run.value(), Samples.companies(1, 2, 3));
      Publishing.publish(store, 3, Samples.companies(2, 3, 4));

      assertThat(runs.find(run)).map(report -> report.outcome()).contains(Outcome.RUNNING);
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isFalse();
      }
    }
    assertThat(mirror.text(NAMES)).isEqualTo("Company 1,Company 2,Company 3,Company 4");
    assertThat(mirror.text(LOCKS)).isEqualTo("0");
  }

  @Test
  void transactions_areReadCommittedWhateverIsUsualOnTheServer() throws SQLException {
    try (OneConnection pool = new OneConnection(mirror.connect());
        Statement statement = pool.connection().createStatement();
        PostgresDatabase database = PostgresDatabase.over(pool.dataSource(), "asset_sync")) {
      statement.execute("set default_transaction_isolation = 'serializable'");

      Optional<String> isolation =
          database.inTransaction(
              "ask", connection -> connection.value(String.class, "show transaction_isolation"));
      assertThat(isolation).contains("read committed");
    }
  }

  @Test
  void transactionMode_isRefusedBeforeAnythingIsLocked() throws SQLException {
    try (TransactionPool pool = new TransactionPool(mirror, 0);
        PostgresDatabase database = PostgresDatabase.over(pool.dataSource(), "asset_sync")) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store(database).begin(Set.of(COMPANY)))
          .withMessageContaining("cannot begin a run in PostgreSQL: the connection does not stay")
          .withMessageContaining("let the pool work in session mode")
          .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.REJECTED));

      assertThat(mirror.text(LOCKS)).isEqualTo("0");
    }
  }

  /** A quiet pool gives the same server session again and again, until somebody else wants one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void transactionModeThatShowsLate_publishesNothing(int stays) throws SQLException {
    String before = mirror.text(NAMES);
    try (TransactionPool pool = new TransactionPool(mirror, stays);
        PostgresDatabase database = PostgresDatabase.over(pool.dataSource(), "asset_sync")) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Publishing.publish(store(database), 2, Samples.companies(1, 2, 3)))
          .withMessageContaining("let the pool work in session mode");
    }

    assertThat(mirror.text(NAMES)).isEqualTo(before);
  }

  @Test
  void serverSessionOfAnotherRun_isNotShared() throws SQLException {
    try (OneConnection pool = new OneConnection(mirror.connect());
        PostgresDatabase one = PostgresDatabase.over(pool.dataSource(), "asset_sync");
        PostgresDatabase other = PostgresDatabase.over(pool.dataSource(), "asset_sync")) {
      SyncSession session = store(one).begin(Set.of(COMPANY));

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store(other).begin(Set.of(COMPANY)))
          .withMessageContaining("let the pool work in session mode");
      session.close();
    }
  }

  @Test
  void lostLock_keepsThePlanFromBeingPublished() throws SQLException {
    String before = mirror.text(NAMES);
    try (OneConnection pool = new OneConnection(mirror.connect());
        PostgresDatabase database = PostgresDatabase.over(pool.dataSource(), "asset_sync");
        Statement statement = pool.connection().createStatement();
        SyncSession session = store(database).begin(Set.of(COMPANY))) {
      session.stage(Samples.companies(1, 2, 3));
      session.seal(COMPANY, Completeness.COMPLETE);
      ApprovedPlan approved = session.plan().approve();
      statement.execute("select pg_advisory_unlock_all()");

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> session.commit(approved, new RunId(2), SourceState.NONE))
          .withMessageContaining("let the pool work in session mode");
    }

    assertThat(mirror.text(NAMES)).isEqualTo(before);
  }

  private static PostgresAssetStore store(PostgresDatabase database) {
    return new PostgresAssetStore(database, Clock.systemUTC());
  }
}
