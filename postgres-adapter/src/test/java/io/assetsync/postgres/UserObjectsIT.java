package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people hang on the mirror works on after runs and another migration. */
final class UserObjectsIT {

  private static final String TABLES =
      "select string_agg(concat_ws(' ', oid, relfilenode), ',' order by oid) from pg_class where relname in ('company', 'mine')";

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void objectsOfPeople_surviveRunsAndMigrations() {
    TestDatabase.Role analyst = mirror.server().createRole();
    Publishing.publish(mirror.store(), 1, Samples.companies(1, 2));
    mirror.execute(
        "create view mine as select id, name from company",
        "create materialized view copied as select id, name from company",
        "create index by_upper_name on company (upper(name))",
        "alter table company add column opinion text default 'none'",
        "update company set opinion = 'good' where id = 1",
        "grant usage on schema asset_sync to " + analyst.user(),
        "grant select on mine, company to " + analyst.user(),
        """
        create table noticed (id bigint);
        create function notice() returns trigger language plpgsql as
        $$ begin insert into asset_sync.noticed values (new.id); return null; end $$;
        create trigger notice after insert or update on company
        for each row execute function notice()
        """,
        "create publication mirrored for table company; alter table company replica identity full");
    String tables = mirror.text(TABLES);

    Publishing.publish(mirror.store(), 2, Samples.page(Samples.company(1, "New")));
    mirror.database().migrate();
    Publishing.publish(mirror.store(), 3, Samples.companies(1, 3));
    mirror.execute("refresh materialized view copied");

    assertThat(mirror.column("select name from mine order by id"))
        .containsExactly("Company 1", "Company 2", "Company 3");
    assertThat(mirror.column("select name from copied order by id")).hasSize(3);
    assertThat(mirror.column("select opinion from company order by id"))
        .containsExactly("good", "none", "none");
    assertThat(mirror.column("select id from noticed")).containsExactly("1", "2", "3", "1");
    assertThat(mirror.column("select name from company_as_of(now() + '1 year')")).hasSize(3);
    assertThat(
            mirror.text(
                "select has_table_privilege('%1$s', 'mine', 'select') and has_table_privilege('%1$s', 'company', 'select')"
                    .formatted(analyst.user())))
        .isEqualTo("t");
    assertThat(mirror.text(TABLES)).isEqualTo(tables);
    mirror.execute("drop view mine", "drop owned by " + analyst.user());
  }

  @Test
  void functionThatFails_isNamed() {
    mirror.execute(
        """
        create table audit (id bigint);
        create function note() returns trigger language plpgsql as
        $$ begin insert into audit values (new.id); return null; end $$;
        create trigger note after insert on company for each row execute function note();
        alter table audit set schema public
        """);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Publishing.publish(mirror.store(), 1, Samples.companies(1)))
        .withMessageEndingWith(
            "a trigger or function on the mirror failed: relation \"audit\" does not exist; correct or drop note()");

    mirror.execute("alter function note() set search_path = public");
    Publishing.publish(mirror.store(), 2, Samples.companies(1));
    assertThat(mirror.column("select id from public.audit")).containsExactly("1");
  }

  @Test
  void foreignTableElsewhere_showsWhatRunsPublish() throws SQLException {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    try (TestDatabase elsewhere = TestDatabase.create();
        Connection connection = elsewhere.connect();
        Statement statement = connection.createStatement()) {
      String url = mirror.server().jdbcUrl();
      statement.execute(
          """
          create extension postgres_fdw;
          create server mirror foreign data wrapper postgres_fdw
            options (host '127.0.0.1', port '%s', dbname '%s');
          create user mapping for current_user server mirror options (user '%s', password '%s');
          create foreign table company (id bigint, name text)
            server mirror options (schema_name 'asset_sync')
          """
              .formatted(
                  url.replaceAll(".*:(\\d+)/.*", "$1"),
                  url.replaceAll(".*/", ""),
                  mirror.server().user(),
                  mirror.server().password()));

      Publishing.publish(mirror.store(), 2, Samples.companies(1, 2));
      mirror.database().migrate();

      assertThat(count(statement)).isEqualTo(2);
    }
  }

  @Test
  void readerInALongTransaction_doesNotKeepARunWaiting() throws SQLException {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    try (Connection reader = mirror.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      assertThat(count(statement)).isEqualTo(1);

      Publishing.publish(mirror.store(), 2, Samples.companies(1, 2));

      assertThat(count(statement)).isEqualTo(1);
      reader.commit();
      assertThat(count(statement)).isEqualTo(2);
    }
  }

  private static long count(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select count(*) from company")) {
      row.next();
      return row.getLong(1);
    }
  }
}
