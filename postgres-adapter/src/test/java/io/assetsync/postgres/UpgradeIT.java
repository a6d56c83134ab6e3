package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What newer tables make of a mirror that is in use. */
final class UpgradeIT {

  private static final String FIRST_PUBLISHED = "5";

  @AutoClose private final TestDatabase server = TestDatabase.create();

  @Test
  void rows_areRefreshedOnceAndHaveNotChanged() throws SQLException {
    migrateTo(FIRST_PUBLISHED);
    insertAsset();

    try (PostgresDatabase database = upgraded()) {
      assertThat(text("select listed from asset_sync.asset")).isEqualTo("t");

      RowCounts first = publishAsset(database, 2);
      RowCounts second = publishAsset(database, 3);

      assertThat(first.refreshed()).isEqualTo(1);
      assertThat(first.updated()).isZero();
      assertThat(second.refreshed()).isZero();
      assertThat(text("select changed_run from asset_sync.asset")).isEqualTo("1");
    }
  }

  @Test
  void tablesAndViewsOfPeople_areLeftAlone() throws SQLException {
    migrateTo(FIRST_PUBLISHED);
    insertAsset();
    TestDatabase.Role analyst = server.createRole();
    server.execute(
        "create table asset_sync.asset_of_2024 as select * from asset_sync.asset",
        "alter table asset_sync.asset_of_2024 owner to " + analyst.user(),
        "create view asset_sync.my_overview as select * from asset_sync.asset_overview",
        "create view asset_sync.my_asset as select * from asset_sync.asset",
        "grant select on asset_sync.my_asset to " + analyst.user());

    upgraded().close();

    assertThat(text("select asset_tag from asset_sync.my_asset")).isEqualTo("TAG-1");
    assertThat(text("select asset_tag from asset_sync.my_overview")).isEqualTo("TAG-1");
    assertThat(
            text(
                "select count(*) from pg_description where objoid = 'asset_sync.asset_of_2024'::regclass"))
        .isEqualTo("0");
    assertThat(
            text(
                "select has_table_privilege('"
                    + analyst.user()
                    + "', 'asset_sync.my_asset', 'select')"))
        .isEqualTo("t");
  }

  @Test
  void history_beginsWithTheLastChange() throws SQLException {
    migrateTo(FIRST_PUBLISHED);
    insertAsset();
    try (PostgresDatabase database = upgraded()) {
      assertThat(
              text(
                  "select kept_since = changed_at from asset_sync.history_extent, asset_sync.asset where kind = 'asset'"))
          .isEqualTo("t");

      publishAsset(database, 2);

      assertThat(text("select count(*) from asset_sync.asset_as_of(now())")).isEqualTo("1");
      assertThat(text("select count(*) from asset_sync.asset_history")).isEqualTo("0");
    }
  }

  @Test
  void historyOfAKindWithoutRows_beginsWithTheLastRun() throws SQLException {
    migrateTo(FIRST_PUBLISHED);
    insertAsset();
    server.execute(
        """
        insert into asset_sync.run (trigger, mode, outcome, started_at, finished_at, published_at)
        values ('test', 'full', 'applied', now(), now(), now())
        """);

    upgraded().close();

    assertThat(text("select count(*) from asset_sync.company_as_of(now())")).isEqualTo("0");
    assertThat(text("select count(*) from asset_sync.asset_as_of(now())")).isEqualTo("1");
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(server.jdbcUrl(), server.user(), server.password())
        .locations(Migrations.LOCATION)
        .defaultSchema(PostgresConfig.DEFAULT_SCHEMA)
        .placeholderReplacement(false)
        .loggers("slf4j")
        .target(version)
        .load()
        .migrate();
  }

  /** Writes what run 1 of an older version would have written. */
  private void insertAsset() {
    server.execute(
        """
        insert into asset_sync.asset
          (id, asset_tag, custom_fields, life_cycle, raw, row_hash, first_seen_run, changed_run, changed_at)
        values (1, 'TAG-1', '{}', 'active', '{"id":1}', gen_random_uuid(), 1, 1, now())
        """);
  }

  /** Returns the database with the newest tables, which the caller closes. */
  private PostgresDatabase upgraded() {
    PostgresDatabase database = PostgresDatabase.connect(Mirror.config(server));
    database.migrate();
    return database;
  }

  private static RowCounts publishAsset(PostgresDatabase database, long run) {
    PostgresAssetStore store = new PostgresAssetStore(database, Clock.systemUTC());
    return Publishing.publish(store, run, Samples.page(Samples.asset(1).build()))
        .types()
        .get(0)
        .rows();
  }

  private String text(String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
