package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.CustomFieldAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the view {@code change} tells of runs. */
final class ChangeIT {

  private static final String CHANGES =
      """
      select concat_ws(' | ',
        kind, id, label, attribute, coalesce(old, '-'), coalesce(new, '-'), old_id, new_id, custom_field_id)
      from change where run_id = %d order by kind, id, attribute collate "C"
      """;

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void newRow_isOneLine() {
    publish(1, Samples.page(Samples.asset(1).set(AssetAttributes.NAME, "Laptop").build()));

    assertThat(changes(1)).containsExactly("asset | 1 | TAG-1 | life_cycle | - | active");
  }

  @Test
  void removedRow_isOneLineAndSoIsItsReturn() {
    publish(1, Samples.companies(1, 2));
    publish(2, Samples.companies(2));
    publish(3, Samples.companies(1, 2));

    assertThat(changes(2)).containsExactly("company | 1 | Company 1 | life_cycle | active | gone");
    assertThat(changes(3)).containsExactly("company | 1 | Company 1 | life_cycle | gone | active");
  }

  @Test
  void valuesThatDiffer_areALineEach() {
    publish(
        1,
        Samples.page(
            Samples.asset(1)
                .set(AssetAttributes.SERIAL, "ABC")
                .set(AssetAttributes.PURCHASE_COST, new BigDecimal("100"))
                .set(AssetAttributes.PURCHASE_DATE, LocalDate.of(2025, 3, 1))
                .set(AssetAttributes.BYOD, false)
                .build()));
    publish(
        2,
        Samples.page(
            Samples.asset(1)
                .set(AssetAttributes.ASSET_TAG, "NEW-1")
                .set(AssetAttributes.SERIAL, "ABC")
                .set(AssetAttributes.PURCHASE_COST, new BigDecimal("100.00"))
                .set(AssetAttributes.BYOD, true)
                .lifeCycle(LifeCycle.ARCHIVED)
                .build()));

    assertThat(changes(2))
        .containsExactly(
            "asset | 1 | NEW-1 | asset_tag | TAG-1 | NEW-1",
            "asset | 1 | NEW-1 | byod | false | true",
            "asset | 1 | NEW-1 | life_cycle | active | archived",
            "asset | 1 | NEW-1 | purchase_date | 2025-03-01 | -");
    assertThat(
            mirror.text(
                "select bool_and(change.at = asset.changed_at) from change, asset where run_id = 2"))
        .isEqualTo("t");
  }

  @Test
  void references_areShownByTheNameTheyHaveNow() {
    Page assets = Samples.page(asset(1, 1L, 1L).build());
    publish(
        1,
        Samples.page(Samples.location(1, "Here"), Samples.location(2, "There")),
        Samples.page(user(1, "ada", "Ada", "Lovelace"), user(2, "bob", null, null)),
        assets);
    publish(2, Samples.page(asset(1, 2L, 2L).build()));
    publish(3, Samples.page(Samples.location(1, "Renamed"), Samples.location(2, "There")));
    publish(4, Samples.page(asset(1, null, 99L).build()));

    assertThat(changes(2))
        .containsExactly(
            "asset | 1 | TAG-1 | assigned_user_id | Ada Lovelace | bob | 1 | 2",
            "asset | 1 | TAG-1 | location_id | Renamed | There | 1 | 2");
    assertThat(changes(4))
        .containsExactly(
            "asset | 1 | TAG-1 | assigned_user_id | bob | 99 | 2 | 99",
            "asset | 1 | TAG-1 | location_id | There | - | 2");
  }

  @Test
  void parts_areCalledAsTheirWhole() {
    Entity license =
        Entity.of(LicenseAttributes.TYPE, new EntityKey(7))
            .set(LicenseAttributes.NAME, "Photoshop")
            .build();
    publish(1, Samples.page(license), Samples.page(seat(null)));
    publish(2, Samples.page(seat(3L)));

    assertThat(changes(2))
        .containsExactly("license_seat | 70 | Photoshop | assigned_asset_id | - | 3 | 3");
  }

  @Test
  void customFields_areALineEachUnderTheirLabel() {
    publish(
        1,
        Samples.page(field(1, "MAC"), field(2, "Colour")),
        Samples.page(
            withFields(1, "{\"1\":\"00:1b\",\"2\":\"red\",\"9\":\"x\"}"),
            withFields(2, "[]"),
            withFields(3, "{\"1\":\"00:1c\"}")));
    publish(
        2,
        Samples.page(
            withFields(1, "{\"1\":\"00:1b\",\"2\":\"blue\",\"odd\":\"y\"}"),
            withFields(2, "{\"1\":null}"),
            withFields(3, "[]")));

    assertThat(changes(2))
        .containsExactly(
            "asset | 1 | TAG-1 | 9 | x | - | 9",
            "asset | 1 | TAG-1 | Colour | red | blue | 2",
            "asset | 1 | TAG-1 | odd | - | y",
            "asset | 3 | TAG-3 | MAC | 00:1c | - | 1");
  }

  @Test
  void customFieldThatHasNoValueBeforeAndAfter_isNoChange() {
    publish(1, Samples.page(withFields(1, "{\"1\":null}"), withFields(2, "[]")));
    publish(2, Samples.page(withFields(1, "{\"2\":null}"), withFields(2, "{\"1\":null}")));

    assertThat(changes(2)).isEmpty();
  }

  @Test
  void everyAttribute_isThereUnlessItIsVolatile() {
    Page[] first = pages(Samples::full);
    publish(1, first);
    publish(2, pages((type, key) -> changed(Samples.full(type, key))));

    for (EntityType type : EntityTypes.all()) {
      assertThat(
              mirror.column(
                  "select attribute from change where run_id = 2 and kind = '%s'"
                      .formatted(type.name())))
          .as(type.name())
          .containsExactlyInAnyOrderElementsOf(
              type.attributes().stream()
                  .filter(attribute -> !attribute.isVolatile())
                  .map(
                      attribute ->
                          attribute == AssetAttributes.CUSTOM_FIELDS ? LABEL : attribute.name())
                  .toList());
    }
  }

  /** The label of the custom field 1 when its name has changed. */
  private static final String LABEL = "Text 1000 changed";

  private static Page[] pages(BiFunction<EntityType, Long, Entity> entity) {
    return EntityTypes.all().stream()
        .map(type -> Samples.page(entity.apply(type, 1L)))
        .toArray(Page[]::new);
  }

  private static Entity changed(Entity entity) {
    Entity.Builder changed = Entity.of(entity.type(), entity.key());
    entity.type().attributes().forEach(attribute -> setChanged(changed, attribute, entity));
    return changed.build();
  }

  private static <T> void setChanged(
      Entity.Builder changed, Attribute<T> attribute, Entity entity) {
    changed.set(attribute, attribute.valueType().javaType().cast(changed(entity.get(attribute))));
  }

  private static Object changed(@Nullable Object value) {
    if (value instanceof Integer number) {
      return number + 1;
    }
    if (value instanceof Long id) {
      return id + 1;
    }
    if (value instanceof BigDecimal amount) {
      return amount.add(BigDecimal.ONE);
    }
    if (value instanceof Boolean truth) {
      return !truth;
    }
    if (value instanceof LocalDate day) {
      return day.plusDays(1);
    }
    if (value instanceof Instant time) {
      return time.plusSeconds(1);
    }
    if (value instanceof Json) {
      return new Json("{\"1\":\"changed\",\"12\":null}");
    }
    return value + " changed";
  }

  private void publish(long run, Page... pages) {
    Publishing.publish(mirror.store(), run, pages);
  }

  private List<String> changes(long run) {
    return mirror.column(CHANGES.formatted(run));
  }

  private static Entity.Builder asset(long key, @Nullable Long location, @Nullable Long user) {
    return Samples.asset(key)
        .set(AssetAttributes.LOCATION_ID, location)
        .set(AssetAttributes.ASSIGNED_USER_ID, user);
  }

  private static Entity user(
      long key, String username, @Nullable String first, @Nullable String last) {
    return Entity.of(UserAttributes.TYPE, new EntityKey(key))
        .set(UserAttributes.USERNAME, username)
        .set(UserAttributes.FIRST_NAME, first)
        .set(UserAttributes.LAST_NAME, last)
        .set(UserAttributes.PERMISSIONS, Json.EMPTY_OBJECT)
        .set(UserAttributes.GROUP_IDS, Json.EMPTY_ARRAY)
        .build();
  }

  private static Entity seat(@Nullable Long asset) {
    return Entity.of(LicenseSeatAttributes.TYPE, new EntityKey(70))
        .set(LicenseSeatAttributes.LICENSE_ID, 7L)
        .set(LicenseSeatAttributes.ASSIGNED_ASSET_ID, asset)
        .build();
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
