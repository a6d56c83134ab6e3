package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CategoryAttributes;
import io.assetsync.core.model.DepartmentAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.ManufacturerAttributes;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.Secret;
import io.assetsync.core.model.StatusLabelAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The views for scripts and dashboards that were there before. */
final class LegacyViewsIT {

  private static final String COLUMNS =
      "select attname from pg_attribute where attrelid = 'asset_sync_legacy.%s'::regclass and attnum > 0 order by attnum";

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void asset_hasTheColumnsOfTheListedAssets() {
    publishEverything();

    assertThat(mirror.column(COLUMNS.formatted("asset")))
        .containsExactly(
            "id",
            "asset_name",
            "asset_tag",
            "model",
            "model_no",
            "category",
            "manufacturer",
            "serial",
            "company",
            "location",
            "department",
            "status",
            "warranty",
            "warranty_expires",
            "created_at",
            "assigned_user_name");
    assertThat(
            mirror.column(
                """
                select concat_ws('|', id, asset_name, asset_tag, model, model_no, category, manufacturer, serial,
                  company, location, department, status, warranty, warranty_expires,
                  created_at at time zone 'UTC', assigned_user_name)
                from asset_sync_legacy.asset order by id
                """))
        .containsExactly(
            "10|Mine|TAG-10|Laptop|L-1|Portable|Maker|SN-1|Company|Here|Engines|Ready|36 months|2027-01-31|2024-01-31 10:00:00|Ada Lovelace",
            "11||TAG-11");
  }

  @Test
  void user_hasThePeopleWhoAreListed() {
    publishEverything();

    assertThat(mirror.column(COLUMNS.formatted("\"user\"")))
        .containsExactly(
            "id",
            "name",
            "first_name",
            "last_name",
            "username",
            "email",
            "employee_num",
            "jobtitle",
            "phone",
            "department",
            "location",
            "company",
            "manager",
            "activated",
            "created_at");
    assertThat(
            mirror.column(
                """
                select concat_ws('|', id, name, username, employee_num, jobtitle, department, location, company, manager)
                from asset_sync_legacy."user" order by id
                """))
        .containsExactly("1|Ada Lovelace|ada|E1|Countess|Engines|Here|Company|boss", "2|boss|boss");
  }

  @Test
  void columns_haveComments() {
    assertThat(
            mirror.text(
                """
                select count(*) filter (where col_description(attrelid, attnum) is null)
                from pg_attribute
                where attrelid in ('asset_sync_legacy.asset'::regclass, 'asset_sync_legacy.user'::regclass)
                """))
        .isEqualTo("0");
  }

  @Test
  void currentViews_areNotTouched() throws SQLException {
    String before = versions();
    mirror.execute("create view mine as select asset_name from asset_sync_legacy.asset");

    try (Connection reader = mirror.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("lock table asset_sync_legacy.asset in access exclusive mode");
      mirror.database().migrate();
    }

    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void viewsOfAnOlderShape_areReplaced() {
    String comment = "select obj_description('asset_sync_legacy.asset'::regclass)";
    String current = mirror.text(comment);
    mirror.execute(
        "comment on view asset_sync_legacy.asset is 'Assets. Kept by Asset Sync, shape 0.'");

    mirror.database().migrate();

    assertThat(mirror.text(comment)).isEqualTo(current);
  }

  @Test
  void relationsOfOthers_areNeverReplaced() {
    mirror.execute(
        "drop view asset_sync_legacy.asset, asset_sync_legacy.\"user\"",
        "create table asset_sync_legacy.asset as select 7 as mine",
        "create view asset_sync_legacy.\"user\" as select 8 as mine");

    assertThat(keep("asset_sync"))
        .contains(
            "not ours and left as they are: \"asset_sync_legacy\".\"asset\", \"asset_sync_legacy\".\"user\"; rename them to get ours");
    mirror.database().migrate();
    assertThat(mirror.text("select mine from asset_sync_legacy.asset")).isEqualTo("7");
    assertThat(mirror.text("select mine from asset_sync_legacy.\"user\"")).isEqualTo("8");

    mirror.execute("alter table asset_sync_legacy.asset rename to asset_of_old");
    mirror.database().migrate();
    assertThat(mirror.column(COLUMNS.formatted("asset"))).contains("asset_name");
  }

  @Test
  void viewThatSomebodyReads_doesNotKeepTheStartBack() throws SQLException {
    mirror.execute(
        "comment on view asset_sync_legacy.asset is 'Assets. Kept by Asset Sync, shape 0.'");
    try (Connection reader = mirror.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from asset_sync_legacy.asset");

      mirror.database().migrate();
    }

    assertThat(mirror.text("select obj_description('asset_sync_legacy.asset'::regclass)"))
        .endsWith("shape 0.");
  }

  @Test
  void twoProcesses_mayStartAtATime() {
    mirror.execute("drop schema asset_sync_legacy cascade");

    CompletableFuture.allOf(
            Stream.of(1, 2, 3)
                .map(
                    i -> CompletableFuture.runAsync(() -> assertThat(keep("asset_sync")).isEmpty()))
                .toArray(CompletableFuture<?>[]::new))
        .join();

    assertThat(mirror.column(COLUMNS.formatted("asset"))).hasSize(16);
  }

  @Test
  void missingRights_areToldWithTheirGrants() {
    TestDatabase.Role role = mirror.server().createRole();
    String database = mirror.text("select current_database()");
    mirror.execute("create schema given authorization " + role.user());
    PostgresConfig config =
        PostgresConfig.of(mirror.server().jdbcUrl(), role.user(), new Secret(role.password()))
            .withSchema("given");
    try (PostgresDatabase limited = PostgresDatabase.connect(config)) {
      limited.migrate();
      assertThat(keep("given", limited))
          .contains(
              "the user may not create their schema; CREATE SCHEMA \"given_legacy\" AUTHORIZATION \"%2$s\", or GRANT CREATE ON DATABASE \"%1$s\" TO \"%2$s\""
                  .formatted(database, role.user()));

      mirror.execute("create schema given_legacy; grant usage on schema given_legacy to public");
      assertThat(keep("given", limited))
          .contains(
              "the user may not create views there; GRANT USAGE, CREATE ON SCHEMA \"given_legacy\" TO \"%s\""
                  .formatted(role.user()));

      mirror.execute("grant create on schema given_legacy to " + role.user());
      limited.migrate();
      assertThat(mirror.text("select count(*) from given_legacy.asset")).isEqualTo("0");

      mirror.execute("revoke create on schema given_legacy from " + role.user());
      assertThat(keep("given", limited)).isEmpty();
    }
  }

  @Test
  void schemaOfTheLongestName_doesWithoutThem() {
    assertThat(keep("x".repeat(63)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("too long"));
  }

  private Optional<String> keep(String schema) {
    return keep(schema, mirror.database());
  }

  private static Optional<String> keep(String schema, PostgresDatabase database) {
    try (SchemaConnection connection = database.open()) {
      return LegacyViews.beside(schema).keep(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable String versions() {
    return mirror.text(
        """
        select string_agg(concat_ws(' ', pg_class.xmin, pg_rewrite.xmin), ',' order by relname)
        from pg_class join pg_rewrite on ev_class = pg_class.oid
        where relnamespace = 'asset_sync_legacy'::regnamespace
        """);
  }

  private void publishEverything() {
    Publishing.publish(
        mirror.store(),
        1,
        Samples.page(Samples.company(1, "Company")),
        Samples.page(Samples.location(1, "Here")),
        Samples.page(
            entity(CategoryAttributes.TYPE).set(CategoryAttributes.NAME, "Portable").build()),
        Samples.page(
            entity(ManufacturerAttributes.TYPE).set(ManufacturerAttributes.NAME, "Maker").build()),
        Samples.page(
            entity(StatusLabelAttributes.TYPE).set(StatusLabelAttributes.NAME, "Ready").build()),
        Samples.page(
            entity(DepartmentAttributes.TYPE).set(DepartmentAttributes.NAME, "Engines").build()),
        Samples.page(
            entity(ModelAttributes.TYPE)
                .set(ModelAttributes.NAME, "Laptop")
                .set(ModelAttributes.MODEL_NUMBER, "L-1")
                .set(ModelAttributes.CATEGORY_ID, 1L)
                .set(ModelAttributes.MANUFACTURER_ID, 1L)
                .set(ModelAttributes.DEFAULT_FIELD_VALUES, Json.EMPTY_OBJECT)
                .build()),
        Samples.page(
            Samples.user(1, "ada")
                .set(UserAttributes.FIRST_NAME, "Ada")
                .set(UserAttributes.LAST_NAME, "Lovelace")
                .set(UserAttributes.EMPLOYEE_NUMBER, "E1")
                .set(UserAttributes.JOB_TITLE, "Countess")
                .set(UserAttributes.DEPARTMENT_ID, 1L)
                .set(UserAttributes.LOCATION_ID, 1L)
                .set(UserAttributes.COMPANY_ID, 1L)
                .set(UserAttributes.MANAGER_ID, 2L)
                .build(),
            Samples.user(2, "boss").build(),
            Samples.user(3, "left").lifeCycle(LifeCycle.DELETED).build()),
        Samples.page(
            Samples.asset(10)
                .set(AssetAttributes.NAME, "Mine")
                .set(AssetAttributes.SERIAL, "SN-1")
                .set(AssetAttributes.MODEL_ID, 1L)
                .set(AssetAttributes.STATUS_LABEL_ID, 1L)
                .set(AssetAttributes.COMPANY_ID, 1L)
                .set(AssetAttributes.LOCATION_ID, 1L)
                .set(AssetAttributes.ASSIGNED_USER_ID, 1L)
                .set(AssetAttributes.WARRANTY_MONTHS, 36)
                .set(AssetAttributes.WARRANTY_END_DATE, LocalDate.of(2027, 1, 31))
                .set(AssetAttributes.CREATED_AT, Instant.parse("2024-01-31T10:00:00Z"))
                .build(),
            Samples.asset(11)
                .set(AssetAttributes.NAME, "")
                .set(AssetAttributes.ASSIGNED_LOCATION_ID, 1L)
                .build(),
            Samples.asset(12).lifeCycle(LifeCycle.ARCHIVED).build(),
            Samples.asset(13).lifeCycle(LifeCycle.DELETED).build(),
            Samples.asset(14).set(AssetAttributes.LISTED, false).build()));
  }

  private static Entity.Builder entity(EntityType type) {
    return Entity.of(type, new EntityKey(1));
  }
}
