package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.CustomFieldAttributes;
import io.assetsync.core.model.DepartmentAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ViewsIT {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void overview_hasNamesForIds() {
    publishEverything();

    assertThat(
            mirror.text(
                """
                select concat_ws(' | ', asset_tag, life_cycle, status, model, category, manufacturer,
                  company, location, default_location, supplier, assigned_type, assigned_to,
                  assigned_username, department)
                from asset_overview where id = 10
                """))
        .isEqualTo(
            "TAG-10 | active | Status | Laptop | Category | Manufacturer | Company | Here | Home"
                + " | Supplier | user | Ada Lovelace | ada | Engines");
  }

  @Test
  void overview_namesWhateverHasTheAsset() {
    publishEverything();

    assertThat(
            mirror.column(
                "select concat_ws(' ', assigned_type, assigned_to) from asset_overview where id > 10 order by id"))
        .containsExactly("location Home", "asset TAG-10", "user bob", "user", "");
  }

  @Test
  void overview_hasOneRowForEachAssetThatStandsAlone() {
    Publishing.publish(mirror.store(), 1, Samples.page(Samples.full(AssetAttributes.TYPE, 1)));

    assertThat(mirror.column("select asset_tag from asset_overview")).hasSize(1);
  }

  @Test
  void customFields_areKeyedByLabel() {
    Publishing.publish(
        mirror.store(),
        1,
        Samples.page(field(1, "MAC"), field(2, "Colour"), field(3, "Colour")),
        Samples.page(
            withFields(1, "{\"1\":\"00:1b\",\"9\":\"unknown\"}"),
            withFields(2, "{\"2\":\"red\",\"3\":\"blue\"}"),
            withFields(3, "{}"),
            withFields(4, "[]")));

    assertThat(mirror.column("select custom_fields from asset_overview order by id"))
        .containsExactly(
            "{\"9\": \"unknown\", \"MAC\": \"00:1b\"}",
            "{\"Colour (2)\": \"red\", \"Colour (3)\": \"blue\"}",
            "{}",
            "{}");
  }

  @Test
  void freshness_isAlwaysOneRow() {
    assertThat(mirror.column("select run_id from freshness")).containsExactly((String) null);

    RunReport good = record(Outcome.UNCHANGED);
    record(Outcome.FAILED);
    record(Outcome.HELD);
    mirror.runs().started(RunRequest.full("test"), Mirror.NOW);

    assertThat(mirror.column("select run_id from freshness")).containsExactly(good.id().toString());
    assertThat(mirror.text("select age = now() - '2025-01-31 12:01Z' from freshness"))
        .isEqualTo("t");
  }

  @Test
  void freshness_isThatOfTheRunBeforeThoseUndone() {
    RunReport before = record(Outcome.APPLIED);
    RunReport undone = record(Outcome.APPLIED);
    RunReport undo = mirror.runs().started(RunRequest.undoing("test", undone.id()), Mirror.NOW);
    mirror.execute("update run set published_at = now() where id = " + undo.id());
    mirror
        .runs()
        .finished(undo.concluded(Outcome.APPLIED, List.of(), List.of(), Mirror.NOW.plusSeconds(9)));

    assertThat(mirror.column("select run_id from freshness"))
        .containsExactly(before.id().toString());

    RunReport after = record(Outcome.APPLIED);
    assertThat(mirror.column("select run_id from freshness"))
        .containsExactly(after.id().toString());
  }

  private RunReport record(Outcome outcome) {
    RunReport run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW);
    mirror
        .runs()
        .finished(run.concluded(outcome, List.of(), List.of(), Mirror.NOW.plusSeconds(60)));
    return run;
  }

  private void publishEverything() {
    Publishing.publish(
        mirror.store(),
        1,
        Samples.page(Samples.company(1, "Company")),
        Samples.page(Samples.location(1, "Here"), Samples.location(2, "Home")),
        named("category", "Category"),
        named("manufacturer", "Manufacturer"),
        named("supplier", "Supplier"),
        named("status_label", "Status"),
        Samples.page(
            Entity.of(DepartmentAttributes.TYPE, new EntityKey(1))
                .set(DepartmentAttributes.NAME, "Engines")
                .build()),
        Samples.page(
            Entity.of(ModelAttributes.TYPE, new EntityKey(1))
                .set(ModelAttributes.NAME, "Laptop")
                .set(ModelAttributes.CATEGORY_ID, 1L)
                .set(ModelAttributes.MANUFACTURER_ID, 1L)
                .set(ModelAttributes.DEFAULT_FIELD_VALUES, Json.EMPTY_OBJECT)
                .build()),
        Samples.page(
            Samples.user(1, "ada")
                .set(UserAttributes.FIRST_NAME, "Ada")
                .set(UserAttributes.LAST_NAME, "Lovelace")
                .set(UserAttributes.DEPARTMENT_ID, 1L)
                .build(),
            Samples.user(2, "bob").build()),
        Samples.page(
            Samples.asset(10)
                .set(AssetAttributes.MODEL_ID, 1L)
                .set(AssetAttributes.STATUS_LABEL_ID, 1L)
                .set(AssetAttributes.COMPANY_ID, 1L)
                .set(AssetAttributes.LOCATION_ID, 1L)
                .set(AssetAttributes.DEFAULT_LOCATION_ID, 2L)
                .set(AssetAttributes.SUPPLIER_ID, 1L)
                .set(AssetAttributes.ASSIGNED_USER_ID, 1L)
                .build(),
            Samples.asset(11).set(AssetAttributes.ASSIGNED_LOCATION_ID, 2L).build(),
            Samples.asset(12).set(AssetAttributes.ASSIGNED_ASSET_ID, 10L).build(),
            Samples.asset(13).set(AssetAttributes.ASSIGNED_USER_ID, 2L).build(),
            Samples.asset(14).set(AssetAttributes.ASSIGNED_USER_ID, 99L).build(),
            Samples.asset(15).build()));
  }

  /** Returns a page of one entity of a type that has a name. */
  private static Page named(String type, String name) {
    EntityType entityType = EntityTypes.named(type).orElseThrow();
    Entity.Builder entity = Entity.of(entityType, new EntityKey(1));
    entityType.attribute("name").ifPresent(attribute -> setText(entity, attribute, name));
    return Samples.page(entity.build());
  }

  private static <T> void setText(Entity.Builder entity, Attribute<T> attribute, String text) {
    entity.set(attribute, attribute.valueType().javaType().cast(text));
  }

  private static Entity field(long key, String label) {
    return Entity.of(CustomFieldAttributes.TYPE, new EntityKey(key))
        .set(CustomFieldAttributes.NAME, label)
        .build();
  }

  private static Entity withFields(long key, String fields) {
    return Samples.asset(key).set(AssetAttributes.CUSTOM_FIELDS, new Json(fields)).build();
  }
}
