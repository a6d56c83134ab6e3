package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is made for the history, and who can use it. */
final class HistoryViewsIT {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void history_hasTheColumnsOfItsTableWithTheirTypesAndTwoMore() {
    assertThat(
            mirror.column(
                """
                select live.relname || '.' || coalesce(column_of_live.attname, column_of_past.attname)
                from history_extent
                join pg_class live on live.oid = to_regclass(kind)
                cross join lateral (
                  select * from pg_attribute where attrelid = live.oid and attnum > 0
                ) as column_of_live
                full join (
                  select history_extent.kind, pg_attribute.*
                  from history_extent
                  join pg_attribute on attrelid = to_regclass(kind || '_history') and attnum > 0
                  where attname not in ('valid_to', 'ended_run')
                ) as column_of_past
                  on column_of_past.kind = live.relname
                  and column_of_past.attname = column_of_live.attname
                  and column_of_past.atttypid = column_of_live.atttypid
                  and column_of_past.attnotnull = column_of_live.attnotnull
                where column_of_past.attname is null or column_of_live.attname is null
                """))
        .isEmpty();
    assertThat(mirror.text("select count(*) from history_extent")).isEqualTo("26");
  }

  @Test
  void everything_hasAComment() {
    assertThat(
            mirror.column(
                """
                select relname || coalesce('.' || attname, '')
                from pg_class
                left join pg_attribute on attrelid = pg_class.oid and attnum > 0
                where relnamespace = 'asset_sync'::regnamespace
                and (relname like '%\\_history' or relname like '%\\_version' or relname = 'change')
                and relkind in ('r', 'v') and relname <> 'flyway_schema_history'
                and (obj_description(pg_class.oid, 'pg_class') is null
                  or col_description(attrelid, attnum) is null)
                union all
                select proname from pg_proc
                where pronamespace = 'asset_sync'::regnamespace
                and obj_description(oid, 'pg_proc') is null
                """))
        .isEmpty();
  }

  @Test
  void reader_needsNoMoreThanUsageAndSelectAndNoSearchPath() throws SQLException {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    TestDatabase.Role reader = mirror.server().createRole();
    mirror.execute(
        "grant usage on schema asset_sync to " + reader.user(),
        "grant select on all tables in schema asset_sync to " + reader.user());

    try (Connection connection =
            DriverManager.getConnection(
                mirror.server().jdbcUrl(), reader.user(), reader.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = pg_catalog");
      assertThat(text(statement, "select name from asset_sync.company_as_of(now())"))
          .isEqualTo("Company 1");
      assertThat(text(statement, "select label from asset_sync.change")).isEqualTo("Company 1");
    }
  }

  @Test
  void schema_mayHaveAnyNameAndBeRenamed() throws SQLException {
    try (TestDatabase server = TestDatabase.create();
        PostgresDatabase database =
            PostgresDatabase.connect(Mirror.config(server).withSchema("other"))) {
      database.migrate();
      Publishing.publish(
          new PostgresAssetStore(database, Clock.systemUTC()), 1, Samples.companies(1));
      server.execute("alter schema other rename to renamed");

      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        assertThat(text(statement, "select name from renamed.company_as_of(now())"))
            .isEqualTo("Company 1");
      }
    }
  }

  @Test
  void asOf_isPartOfTheQueryThatCallsIt() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));

    assertThat(mirror.column("explain select * from company_as_of(now()) where id = 1"))
        .noneMatch(line -> line.contains("Function Scan"))
        .anyMatch(line -> line.contains("One-Time Filter: history_reaches"));
  }

  @Test
  void views_areReplacedUnderThoseOfOthersWhenATypeHasChanged() {
    mirror.execute(
        "create view mine as select id, name from company_as_of(now())",
        "create view my_changes as select * from change",
        "alter table company add column extra text",
        "alter table company_history add column extra text",
        "update flyway_schema_history set checksum = 0 where version is null");

    mirror.database().migrate();

    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    assertThat(mirror.text("select name from mine")).isEqualTo("Company 1");
    assertThat(mirror.column("select extra from company_as_of(now())")).hasSize(1);
    assertThat(mirror.column("select label from my_changes")).containsExactly("Company 1");
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
