package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AccessoryCheckoutAttributes;
import io.assetsync.core.model.ComponentAssignmentAttributes;
import io.assetsync.core.model.ConsumableAssignmentAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KitElementAttributes;
import io.assetsync.core.model.MaintenanceAttributes;
import io.assetsync.core.model.PermissionGroupAttributes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows whose keys or shapes are not those of other lists. */
final class PartMappingsTest {

  private static final EntityType UNIT = ConsumableAssignmentAttributes.TYPE;

  @Test
  void accessoryCheckout_isToAUserALocationOrAnAsset() throws Exception {
    assertThat(checkout("{\"id\":3,\"assigned_to\":{\"id\":7,\"type\":\"user\"}}"))
        .extracting(
            row -> row.key().value(),
            row -> row.get(AccessoryCheckoutAttributes.ACCESSORY_ID),
            row -> row.get(AccessoryCheckoutAttributes.ASSIGNED_USER_ID))
        .containsExactly(3L, 1L, 7L);
    assertThat(checkout("{\"id\":3,\"assigned_to\":{\"type\":\"location\",\"id\":7}}"))
        .extracting(row -> row.get(AccessoryCheckoutAttributes.ASSIGNED_LOCATION_ID))
        .isEqualTo(7L);
    assertThat(checkout("{\"id\":3,\"assigned_to\":{\"id\":7,\"type\":\"asset\"}}"))
        .extracting(row -> row.get(AccessoryCheckoutAttributes.ASSIGNED_ASSET_ID))
        .isEqualTo(7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"assigned_pivot_id\":3,\"id\":7,\"username\":\"u\",",
        "\"id\":7,\"assigned_pivot_id\":3,",
      })
  void accessoryCheckout_wasAUserBefore7011(String ids) throws Exception {
    Entity row =
        checkout(
            "{"
                + ids
                + "\"checkout_notes\":\"n &amp; o\","
                + "\"last_checkout\":{\"datetime\":\"2023-01-02 03:04:05\"}}");

    assertThat(row.key().value()).isEqualTo(3);
    assertThat(row.get(AccessoryCheckoutAttributes.ASSIGNED_USER_ID)).isEqualTo(7);
    assertThat(row.get(AccessoryCheckoutAttributes.NOTE)).isEqualTo("n & o");
    assertThat(row.get(AccessoryCheckoutAttributes.CREATED_AT))
        .isEqualTo(Instant.parse("2023-01-02T03:04:05Z"));
  }

  @Test
  void componentAssignment_isKeyedByItself() throws Exception {
    Entity row =
        Decoding.entity(
            ComponentAssignmentAttributes.TYPE,
            "{\"assigned_pivot_id\":5,\"id\":19,\"qty\":2,\"note\":\"a &amp; b\"}");

    assertThat(row.key().value()).isEqualTo(5);
    assertThat(row.get(ComponentAssignmentAttributes.ASSET_ID)).isEqualTo(19);
    assertThat(row.get(ComponentAssignmentAttributes.NOTE)).isEqualTo("a &amp; b");
  }

  @Test
  void kitElements_ofTheSameNumberHaveDifferentKeys() throws Exception {
    byte[] body =
        Decoding.list("{\"id\":9,\"pivot_id\":2,\"owner_id\":1,\"quantity\":3}")
            .getBytes(StandardCharsets.UTF_8);
    Stream<Long> keys =
        Decoding.mappings(KitElementAttributes.TYPE).stream()
            .map(
                mapping -> {
                  try {
                    return Decoding.decoder(mapping).decode(body).key(0);
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });

    assertThat(keys).containsExactly(8L, 9L, 10L, 11L);
  }

  @Test
  void consumableUnit_keepsItsKeyWhateverComesWithIt() throws Exception {
    String first = unit("/users/7", "10:00:00");
    String second = unit("/users/8", "10:00:00");
    String third = unit("/users/7", "11:00:00");

    List<EntityKey> before = keys(ZoneOffset.UTC, first, second, third);

    assertThat(before).doesNotHaveDuplicates().allMatch(key -> key.value() > 0);
    assertThat(keys(ZoneOffset.UTC, third, second, first))
        .containsExactlyElementsOf(reversed(before));
    assertThat(keys(ZoneOffset.UTC, unit("/users/1", "12:00:00"), first, second, third))
        .containsAll(before);
    assertThat(keys(ZoneId.of("America/New_York"), first, second, third)).isEqualTo(before);
  }

  @Test
  void consumableUnits_ofOneSecondAndUserAreTwo() throws Exception {
    assertThat(keys(ZoneOffset.UTC, unit("/users/7", "10:00:00"), unit("/users/7", "10:00:00")))
        .doesNotHaveDuplicates();
  }

  @Test
  void consumableUnit_namesPeopleByLinks() throws Exception {
    Entity row =
        Decoding.entity(
            UNIT,
            "{\"name\":\"<a href=\\\"http://h/sub/users/64\\\">Zo&euml;</a>\","
                + "\"created_by\":null,\"admin\":\"<a href='http://h/users/65'>A</a>\"}");

    assertThat(row.get(ConsumableAssignmentAttributes.USER_ID)).isEqualTo(64);
    assertThat(row.get(ConsumableAssignmentAttributes.CREATED_BY_ID)).isEqualTo(65);
    assertThat(
            Decoding.entity(UNIT, "{\"name\":\"Deleted User\"}")
                .get(ConsumableAssignmentAttributes.USER_ID))
        .isNull();
  }

  @Test
  void maintenance_ofNewerVersionsHasANameAndNoDurationAtFirst() throws Exception {
    Entity row =
        Decoding.entity(
            MaintenanceAttributes.TYPE,
            "{\"id\":1,\"name\":\"Fix\",\"asset_maintenance_time\":0,\"completion_date\":null}");

    assertThat(row.get(MaintenanceAttributes.TITLE)).isEqualTo("Fix");
    assertThat(row.get(MaintenanceAttributes.DURATION_DAYS)).isNull();
  }

  @Test
  void maintenance_thatEndsOnItsFirstDayTakesNoDays() throws Exception {
    assertThat(
            Decoding.entity(
                    MaintenanceAttributes.TYPE,
                    "{\"id\":1,\"asset_maintenance_time\":0,"
                        + "\"completion_date\":{\"date\":\"2026-01-02\"}}")
                .get(MaintenanceAttributes.DURATION_DAYS))
        .isZero();
  }

  @Test
  void group_ofOlderVersionsNamesItsCreator() throws Exception {
    assertThat(
            Decoding.entity(
                    PermissionGroupAttributes.TYPE, "{\"id\":1,\"created_by\":\"Admin User\"}")
                .get(PermissionGroupAttributes.CREATED_BY_ID))
        .isNull();
  }

  private static Entity checkout(String row) throws Exception {
    return Decoding.entity(AccessoryCheckoutAttributes.TYPE, row);
  }

  private static String unit(String user, String time) {
    return "{\"name\":\"<a href=\\\"http://h"
        + user
        + "\\\">N</a>\",\"created_at\":{\"datetime\":\"2026-01-02 "
        + time
        + "\"}}";
  }

  private static List<EntityKey> keys(ZoneId zone, String... rows) throws Exception {
    return Decoding.body(UNIT, zone, Decoding.list(rows))
        .from(0, UNIT)
        .orElseThrow()
        .entities()
        .stream()
        .map(Entity::key)
        .toList();
  }

  private static List<EntityKey> reversed(List<EntityKey> keys) {
    return List.of(keys.get(2), keys.get(1), keys.get(0));
  }
}
