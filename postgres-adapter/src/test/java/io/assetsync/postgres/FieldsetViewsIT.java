package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CustomFieldAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.FieldsetAttributes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.Secret;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The views of fieldsets, and what becomes of them when fieldsets change. */
final class FieldsetViewsIT {

  private static final String VIEWS =
      "select relname from pg_class where relkind = 'v' and relname like 'fieldset\\_%' and obj_description(oid, 'pg_class') like 'Assets of%' order by relname";

  @AutoClose private final Mirror mirror = Mirror.create();

  private final Map<Long, String> labels = new LinkedHashMap<>();
  private final Map<Long, Entity> fieldsets = new LinkedHashMap<>();
  private int run;

  @Test
  void view_hasAColumnForEachField() {
    label(7, "MAC Address");
    label(8, "Colour");
    fieldset(3, "Laptops", 8, 7);
    publish();
    Publishing.publish(
        mirror.store(),
        9,
        Samples.page(model(1, 3L), model(2, null)),
        Samples.page(
            asset(10, 1, "{\"7\":\"00:1b\",\"8\":null,\"9\":\"other\"}"),
            asset(11, 1, "[]"),
            asset(12, 2, "{\"7\":\"00:1c\"}")));

    assertThat(columns("fieldset_laptops"))
        .containsExactly(
            "id",
            "asset_tag",
            "name",
            "serial",
            "life_cycle",
            "status",
            "model",
            "company",
            "location",
            "assigned_to",
            "colour",
            "mac_address");
    assertThat(
            mirror.column(
                "select concat_ws('|', id, asset_tag, life_cycle, model, mac_address, colour) from fieldset_laptops order by id"))
        .containsExactly("10|TAG-10|active|Model 1|00:1b", "11|TAG-11|active|Model 1");
    assertThat(
            mirror.column(
                "select attname from pg_attribute where attrelid = 'fieldset_laptops'::regclass and col_description(attrelid, attnum) is null"))
        .isEmpty();
  }

  @Test
  void names_followLabelsAndLeaveDependentViewsAndGrantsAlone() {
    TestDatabase.Role analyst = mirror.server().createRole();
    label(7, "MAC");
    label(8, "Colour");
    fieldset(3, "Laptops", 7, 8);
    fieldset(4, "Phones", 8);
    publish();
    mirror.execute(
        "create view mine as select asset_tag, mac, colour from fieldset_laptops",
        "create materialized view heap as select * from fieldset_laptops",
        "grant select on fieldset_laptops to " + analyst.user());

    label(7, "Colour");
    label(8, "MAC");
    label(9, "New");
    fieldset(3, "Phones", 8, 9, 7);
    fieldset(4, "Laptops", 8);
    publish();

    assertThat(columns("fieldset_phones")).endsWith("colour", "mac", "new");
    assertThat(columns("fieldset_laptops")).endsWith("mac");
    assertThat(fieldOf("fieldset_phones", "colour")).endsWith("custom_field.id 7.");
    assertThat(mirror.text("select pg_get_viewdef('mine'::regclass)"))
        .contains("FROM fieldset_phones")
        .contains("colour AS mac")
        .contains("mac AS colour");
    assertThat(
            mirror.text(
                "select has_table_privilege('%s', 'fieldset_phones', 'select')"
                    .formatted(analyst.user())))
        .isEqualTo("t");
  }

  @Test
  void columnOfAFieldThatLeft_staysAndYieldsItsNameToANewOne() {
    label(7, "Colour");
    fieldset(3, "Laptops", 7);
    publish();
    mirror.execute("create view mine as select colour from fieldset_laptops");

    fieldset(3, "Laptops");
    publish();
    assertThat(columns("fieldset_laptops")).endsWith("assigned_to", "colour");
    assertThat(fieldOf("fieldset_laptops", "colour"))
        .isEqualTo("Custom field \"Colour\", which has left the fieldset: custom_field.id 7.");

    label(9, "Colour");
    fieldset(3, "Laptops", 9);
    publish();
    assertThat(columns("fieldset_laptops")).endsWith("assigned_to", "colour_7", "colour");

    fieldset(3, "Laptops", 9, 7);
    publish();
    assertThat(columns("fieldset_laptops")).endsWith("assigned_to", "colour", "colour_9");
    assertThat(fieldOf("fieldset_laptops", "colour"))
        .isEqualTo("Custom field \"Colour\": custom_field.id 7.");
  }

  @Test
  void viewOfAFieldsetThatWent_staysAndYieldsItsNameToANewOne() {
    fieldset(3, "Laptops");
    publish();
    mirror.execute("create view mine as select id from fieldset_laptops");

    fieldsets.remove(3L);
    fieldset(4, "laptops");
    publish();

    assertThat(mirror.column(VIEWS)).containsExactly("fieldset_laptops", "fieldset_laptops_3");
    assertThat(mirror.text("select pg_get_viewdef('mine'::regclass)"))
        .contains("fieldset_laptops_3");
  }

  @Test
  void hostileLabels_areHarmless() {
    List<String> hostile =
        List.of(
            "\"; drop table asset; --",
            "it's \\' a ?",
            "x".repeat(200),
            "🔑",
            "...",
            "",
            "colour",
            "COLOUR",
            "Select",
            "order",
            "ctid",
            "tableoid",
            "id",
            "Asset Tag",
            "2nd",
            "{fn now()} $1 :name",
            "two\nlines\t: custom_field.id 1.",
            "assigned_to",
            "custom_field_5");
    for (int i = 0; i < hostile.size(); i++) {
      label(i + 1, hostile.get(i));
      fieldset(i + 1, hostile.get(i), LongStream.rangeClosed(1, hostile.size()).toArray());
    }
    publish();
    List<String> before = catalogue();
    publish();

    assertThat(mirror.column(VIEWS)).hasSameSizeAs(hostile);
    assertThat(columns("fieldset_colour"))
        .hasSize(10 + hostile.size())
        .contains("custom_field_4", "custom_field_5", "custom_field_5_19", "colour", "colour_8")
        .contains(
            "select_9", "order_10", "ctid_11", "tableoid_12", "id_13", "asset_tag_14", "_2nd");
    assertThat(catalogue()).isEqualTo(before);
    assertThat(mirror.column("select asset_tag from asset")).isEmpty();
    mirror.execute(
        "select " + String.join(", ", columns("fieldset_colour")) + " from fieldset_colour");
  }

  @Test
  void columnsNamedByWordsOfSql_needNoQuotes() {
    mirror
        .column("select word from pg_get_keywords() order by word")
        .forEach(word -> label(labels.size() + 1L, String.valueOf(word)));
    fieldset(3, "Words", labels.keySet().stream().mapToLong(id -> id).toArray());
    publish();

    List<@Nullable String> columns = columns("fieldset_words");
    assertThat(columns).hasSize(10 + labels.size()).contains("time", "values", "abort");
    mirror.execute("select " + String.join(", ", columns) + " from fieldset_words where 1 = 2");
  }

  @Test
  void relationsOfOthers_keepTheirNames() {
    mirror.execute(
        "create table fieldset_laptops (mine int)",
        "create domain fieldset_phones as int",
        "create view fieldset_desks as select 1 as mine");
    fieldset(3, "Laptops");
    fieldset(4, "Phones");
    fieldset(5, "Desks");
    publish();

    assertThat(mirror.column(VIEWS))
        .containsExactly("fieldset_desks_5", "fieldset_laptops_3", "fieldset_phones_4");
    assertThat(columns("fieldset_laptops")).containsExactly("mine");
    assertThat(columns("fieldset_desks")).containsExactly("mine");
  }

  @Test
  void unchangedFieldsets_leaveTheCatalogueAsItIs() {
    label(7, "MAC");
    fieldset(3, "Laptops", 7);
    publish();
    List<String> before = catalogue();

    publish();

    assertThat(catalogue()).isEqualTo(before);
  }

  @Test
  void viewThatSomebodyReads_waitsForTheNextRun() throws SQLException {
    label(7, "MAC");
    fieldset(3, "Laptops", 7);
    publish();
    try (Connection reader = mirror.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from fieldset_laptops");

      label(7, "MAC address");
      publish();
      assertThat(columns("fieldset_laptops")).endsWith("mac");
      assertThat(mirror.text("select name from custom_field")).isEqualTo("MAC address");
    }

    publish();
    assertThat(columns("fieldset_laptops")).endsWith("mac_address");
  }

  @Test
  void viewThatSomebodyReads_holdsUpOnlyThoseThatAreToGetItsName() throws SQLException {
    label(7, "MAC");
    fieldset(3, "A", 7);
    fieldset(4, "B", 7);
    fieldset(5, "C", 7);
    publish();
    try (Connection reader = mirror.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from fieldset_a");

      label(8, "Colour");
      fieldset(3, "B", 7, 8);
      fieldset(4, "A", 7, 8);
      fieldset(5, "D", 7, 8);
      fieldset(6, "New", 8);
      publish();
      assertThat(mirror.column(VIEWS))
          .containsExactly("fieldset_a", "fieldset_b", "fieldset_d", "fieldset_new");
      assertThat(columns("fieldset_a")).endsWith("mac");
      assertThat(columns("fieldset_b")).endsWith("mac");
      assertThat(columns("fieldset_d")).endsWith("colour");
    }

    publish();
    assertThat(columns("fieldset_a")).endsWith("colour");
    assertThat(mirror.text("select obj_description('fieldset_b'::regclass, 'pg_class')"))
        .endsWith("fieldset.id 3.");
  }

  @Test
  void viewOfAnotherOwner_isLeftAlone() {
    TestDatabase.Role service = mirror.server().createRole();
    mirror.execute(
        "grant usage, create on schema asset_sync to " + service.user(),
        "grant all on all tables in schema asset_sync to " + service.user());
    fieldset(3, "Laptops");
    publish();

    PostgresConfig config =
        PostgresConfig.of(
            mirror.server().jdbcUrl(), service.user(), new Secret(service.password()));
    fieldset(3, "Renamed");
    fieldset(4, "Phones");
    try (PostgresDatabase database = PostgresDatabase.connect(config)) {
      Publishing.publish(
          new PostgresAssetStore(database, Clock.systemUTC()), 2, page(fieldsets.values()));
    }

    assertThat(mirror.column(VIEWS)).containsExactly("fieldset_laptops", "fieldset_phones");
  }

  @Test
  void viewWithOtherColumns_isLeftAlone() {
    label(7, "MAC");
    fieldset(3, "Laptops", 7);
    fieldset(4, "Phones", 7);
    publish();
    mirror.execute(
        "alter view fieldset_laptops rename column asset_tag to tag",
        "comment on column fieldset_phones.mac is 'Mine.'");

    label(7, "MAC address");
    fieldset(5, "Desks", 7);
    publish();

    assertThat(mirror.column(VIEWS))
        .containsExactly("fieldset_desks", "fieldset_laptops", "fieldset_phones");
    assertThat(columns("fieldset_laptops")).contains("tag").endsWith("mac");
    assertThat(columns("fieldset_desks")).endsWith("mac_address");
  }

  @Test
  void viewThatWasDropped_comesBack() {
    fieldset(3, "Laptops");
    publish();
    mirror.execute("drop view fieldset_laptops");

    publish();

    assertThat(mirror.column(VIEWS)).containsExactly("fieldset_laptops");
  }

  @Test
  void schema_mayHaveAnotherName() throws SQLException {
    PostgresConfig config = Mirror.config(mirror.server()).withSchema("other");
    try (PostgresDatabase database = PostgresDatabase.connect(config)) {
      database.migrate();
      fieldset(3, "Laptops");
      Publishing.publish(
          new PostgresAssetStore(database, Clock.systemUTC()), 1, page(fieldsets.values()));
    }

    assertThat(mirror.text("select count(*) from other.fieldset_laptops")).isEqualTo("0");
    assertThat(mirror.column(VIEWS)).containsExactly("fieldset_laptops");
  }

  @Test
  void roleThatMayNotCreateViews_publishesAllTheSame() {
    TestDatabase.Role role = mirror.server().createRole();
    mirror.execute(
        "grant usage on schema asset_sync to " + role.user(),
        "grant all on all tables in schema asset_sync to " + role.user());
    PostgresConfig config =
        PostgresConfig.of(mirror.server().jdbcUrl(), role.user(), new Secret(role.password()));
    fieldset(3, "Laptops");
    try (PostgresDatabase database = PostgresDatabase.connect(config)) {
      Publishing.publish(
          new PostgresAssetStore(database, Clock.systemUTC()), 1, page(fieldsets.values()));
    }

    assertThat(mirror.text("select name from fieldset")).isEqualTo("Laptops");
    assertThat(mirror.column(VIEWS)).isEmpty();
  }

  private void label(long field, String label) {
    labels.put(field, label);
  }

  private void fieldset(long id, String name, long... fields) {
    String list =
        LongStream.of(fields)
            .mapToObj("{\"id\":%d,\"required\":false}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    fieldsets.put(
        id,
        Entity.of(FieldsetAttributes.TYPE, new EntityKey(id))
            .set(FieldsetAttributes.NAME, name)
            .set(FieldsetAttributes.FIELDS, new Json(list))
            .build());
  }

  /** Publishes the fieldsets, and the custom fields if there are any. */
  private void publish() {
    run++;
    if (labels.isEmpty()) {
      Publishing.publish(mirror.store(), run, page(fieldsets.values()));
      return;
    }
    List<Entity> fields =
        labels.entrySet().stream()
            .map(
                label ->
                    Entity.of(CustomFieldAttributes.TYPE, new EntityKey(label.getKey()))
                        .set(CustomFieldAttributes.NAME, label.getValue())
                        .build())
            .toList();
    Publishing.publish(mirror.store(), run, page(fields), page(fieldsets.values()));
  }

  private static Page page(Iterable<Entity> entities) {
    List<Entity> list = new ArrayList<>();
    entities.forEach(list::add);
    return new Page(list.get(0).type(), list, List.of());
  }

  private static Entity model(long key, @Nullable Long fieldset) {
    return Entity.of(ModelAttributes.TYPE, new EntityKey(key))
        .set(ModelAttributes.NAME, "Model " + key)
        .set(ModelAttributes.DEFAULT_FIELD_VALUES, Json.EMPTY_OBJECT)
        .set(ModelAttributes.FIELDSET_ID, fieldset)
        .build();
  }

  private static Entity asset(long key, long model, String fields) {
    return Samples.asset(key)
        .set(AssetAttributes.MODEL_ID, model)
        .set(AssetAttributes.CUSTOM_FIELDS, new Json(fields))
        .build();
  }

  private List<@Nullable String> columns(String view) {
    return mirror.column(
        "select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 order by attnum"
            .formatted(view));
  }

  private @Nullable String fieldOf(String view, String column) {
    return mirror.text(
        "select col_description(attrelid, attnum) from pg_attribute where attrelid = '%s'::regclass and attname = '%s'"
            .formatted(view, column));
  }

  /** Returns the versions of the catalogue's rows about views. */
  private List<@Nullable String> catalogue() {
    return mirror.column(
        """
        select concat_ws(' ', pg_class.oid, pg_class.xmin, pg_rewrite.xmin, pg_description.xmin, objsubid)
        from pg_class
        join pg_rewrite on ev_class = pg_class.oid
        left join pg_description on objoid = pg_class.oid
        where relkind = 'v' and relnamespace = 'asset_sync'::regnamespace
        order by 1
        """);
  }
}
