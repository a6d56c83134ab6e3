package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AccessoryCheckoutAttributes;
import io.assetsync.core.model.ComponentAssignmentAttributes;
import io.assetsync.core.model.ConsumableAssignmentAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.KitElementAttributes;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Scope;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that are listed only under their parents. */
final class PartsIT {

  private static final EntityType SEAT = LicenseSeatAttributes.TYPE;
  private static final EntityType CHECKOUT = AccessoryCheckoutAttributes.TYPE;
  private static final EntityType UNIT = ConsumableAssignmentAttributes.TYPE;
  private static final EntityType INSTALLED = ComponentAssignmentAttributes.TYPE;

  private final Estate estate = Estate.invented(5, 60);

  @ParameterizedTest
  @ValueSource(ints = {20, 100, 500})
  void seats_areAllReadThoughTheyHaveNoOrder(int maxResults) {
    int license = estate.create("licenses", Map.of("name", "CAD", "seats", 230));
    try (StandInSource both = serving(maxResults)) {
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsExactlyElementsOf(liveSeats());
      assertThat(reading.byId().values())
          .filteredOn(
              seat -> Objects.equals(seat.get(LicenseSeatAttributes.LICENSE_ID), (long) license))
          .hasSize(230);
    }
  }

  @Test
  void seatsThatNeverShow_leaveTheReadingIncomplete() {
    int license = estate.create("licenses", Map.of("name", "CAD", "seats", 230));
    try (StandInSource both = serving(3)) {
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.gap()).contains("/licenses/" + license + "/seats").contains("230");
    }
  }

  @Test
  void seats_ofADeletedLicenseAreNotAskedFor() {
    int license = estate.create("licenses", Map.of("name", "CAD", "seats", 3));
    estate.delete("licenses", license);
    try (StandInSource both = serving(500)) {
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(both.standIn().requests().to("licenses/" + license + "/seats")).isZero();
    }
  }

  @Test
  void seatsAddedMeanwhile_areReadOrTheReadingIsRepeated() {
    int license = estate.create("licenses", Map.of("name", "CAD", "seats", 40));
    try (StandInSource both = serving(10)) {
      both.standIn()
          .beforeRequest(
              "licenses/" + license + "/seats",
              3,
              () -> estate.edit("licenses", license, Map.of("seats", 25)));
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsAll(liveSeats());
    }
  }

  @Test
  void parentThatVanishes_hasNoParts() {
    List<Integer> licenses = live("licenses");
    try (StandInSource both = serving(500)) {
      both.standIn()
          .beforeRequest(
              "licenses/" + licenses.get(0) + "/seats",
              1,
              () -> estate.delete("licenses", licenses.get(0)));
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsExactlyElementsOf(liveSeats());
    }
  }

  @Test
  void errorForALivingParent_leavesTheReadingIncompleteAndNamesIt() {
    String path = "licenses/" + live("licenses").get(0) + "/seats";
    try (StandInSource both = serving(500)) {
      both.standIn().inject(Fault.errorEnvelope("no").onPath(path).always());
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.gap()).contains("/" + path);
      assertThat(reading.byId()).isNotEmpty();
    }
  }

  @Test
  void emptyAnswer_isAskedForAgain() {
    String path = "licenses/" + live("licenses").get(0) + "/seats";
    try (StandInSource both = serving(500)) {
      both.standIn().inject(Fault.emptyListing().onPath(path));
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsExactlyElementsOf(liveSeats());
    }
  }

  @Test
  void serverError_onOneParentSparesTheOthers() {
    String path =
        "accessories/" + withParts("accessories/checkedout", "accessory_id") + "/checkedout";
    try (StandInSource both = serving(500)) {
      both.standIn().inject(Fault.serverError().onPath(path).always());
      Reading reading = Reading.of(both.source(), CHECKOUT);

      assertThat(reading.gap()).contains("/" + path);
      assertThat(reading.byId()).isNotEmpty();
    }
  }

  @Test
  void serverFailingOnEveryParent_isNotAskedForAll() {
    createLicenses(20);
    try (StandInSource both = serving(500)) {
      both.standIn().inject(Fault.serverError().onPath("licenses/*").always());
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.gap()).contains("others were not asked for");
      assertThat(both.standIn().requests().total()).isLessThan(30);
    }
  }

  @Test
  void manyParentsDenied_areNotTakenForGone() {
    createLicenses(20);
    try (StandInSource both = serving(500)) {
      both.standIn().inject(Fault.errorEnvelope("License not found").onPath("licenses/*").always());
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.gap()).contains("denied");
    }
  }

  @Test
  void checkouts_areReadBeyondTheUsualFifty() {
    int accessory = estate.create("accessories", Map.of("name", "Mouse", "qty", 200));
    for (int user = 2; user < 140; user++) {
      estate.checkOutAccessory(accessory, "user", 2 + user % 10);
    }
    try (StandInSource both = serving(10)) {
      Reading reading = Reading.of(both.source(), CHECKOUT);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.byId().values())
          .filteredOn(
              row ->
                  Objects.equals(
                      row.get(AccessoryCheckoutAttributes.ACCESSORY_ID), (long) accessory))
          .hasSize(138);
    }
  }

  @Test
  void parentsWhoseCounterIsZero_areNotAskedFor() {
    int accessory = estate.create("accessories", Map.of("name", "Mouse", "qty", 5));
    int component = estate.create("components", Map.of("name", "RAM", "qty", 5));
    try (StandInSource both = serving(500)) {
      Reading.of(both.source(), CHECKOUT);
      Reading.of(both.source(), INSTALLED);

      assertThat(both.standIn().requests().to("accessories/" + accessory + "/checkedout")).isZero();
      assertThat(both.standIn().requests().to("components/" + component + "/assets")).isZero();
    }
  }

  @Test
  void units_haveTheSameKeysInEveryRun() {
    int consumable = estate.create("consumables", Map.of("name", "Paper", "qty", 50));
    estate.consume(consumable, 2);
    estate.consume(consumable, 2);
    try (StandInSource both = serving(500)) {
      Reading first = Reading.of(both.source(), UNIT);
      estate.consume(consumable, 3);
      Reading second = Reading.of(both.source(), UNIT);

      assertThat(first.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(first.ids()).hasSize(first.rows());
      assertThat(second.ids()).containsAll(first.ids()).hasSize(first.ids().size() + 1);
    }
  }

  @Test
  void units_ofDeletedUsersAreRead() {
    int consumable = estate.create("consumables", Map.of("name", "Paper", "qty", 50));
    int user = estate.create("users", Map.of("first_name", "Left"));
    estate.consume(consumable, user);
    estate.delete("users", user);
    try (StandInSource both = serving(500)) {
      Reading reading = Reading.of(both.source(), UNIT);

      assertThat(reading.byId().values())
          .filteredOn(
              row ->
                  Objects.equals(
                      row.get(ConsumableAssignmentAttributes.CONSUMABLE_ID), (long) consumable))
          .singleElement()
          .satisfies(row -> assertThat(row.get(ConsumableAssignmentAttributes.USER_ID)).isNull());
    }
  }

  @Test
  void kitElements_ofAllKindsAreRead() {
    int kit = estate.create("kits", Map.of("name", "Starter"));
    estate.create("kits/models", Map.of("kit_id", kit, "model_id", 1, "quantity", 2));
    estate.create(
        "kits/licenses",
        Map.of("kit_id", kit, "license_id", live("licenses").get(0), "quantity", 1));
    try (StandInSource both = serving(500)) {
      Reading reading = Reading.of(both.source(), KitElementAttributes.TYPE);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.byId().values())
          .filteredOn(row -> Objects.equals(row.get(KitElementAttributes.KIT_ID), (long) kit))
          .extracting(row -> row.get(KitElementAttributes.ELEMENT_TYPE))
          .containsExactlyInAnyOrder("model", "license");
    }
  }

  @Test
  void missingRight_forbidsTheParts() {
    try (StandInSource both = serving(500)) {
      withParts("components/assets", "component_id");
      live("components")
          .forEach(
              id ->
                  both.standIn()
                      .inject(Fault.forbidden().onPath("components/" + id + "/assets").always()));
      Reading reading = Reading.of(both.source(), INSTALLED);

      assertThat(reading.completeness()).isInstanceOf(Completeness.Forbidden.class);
    }
  }

  @Test
  void forbiddenParents_forbidTheirParts() {
    try (StandInSource both = serving(500)) {
      both.standIn().inject(Fault.forbidden().onPath("components").always());
      Reading reading = Reading.of(both.source(), INSTALLED);

      assertThat(reading.completeness()).isInstanceOf(Completeness.Forbidden.class);
    }
  }

  @Test
  void parents_areListedOnceInARun() {
    try (StandInSource both = serving(500)) {
      Reading.of(both.source(), LicenseAttributes.TYPE);
      long lists = both.standIn().requests().to("licenses");
      Reading seats = Reading.of(both.source(), SEAT);

      assertThat(seats.ids()).containsExactlyElementsOf(liveSeats());
      assertThat(both.standIn().requests().to("licenses")).isEqualTo(lists);

      estate.create("licenses", Map.of("name", "New", "seats", 2));
      assertThat(Reading.of(both.source(), SEAT).ids()).containsExactlyElementsOf(liveSeats());
    }
  }

  @Test
  void changes_areReadOfTheParentsThatDiffer() {
    int license = live("licenses").get(0);
    try (StandInSource both = serving(500)) {
      Reading reading =
          Reading.of(both.source(), SEAT, Scope.changes(Bookmark.NONE, KeySet.of(license)));

      assertThat(reading.completeness()).isInstanceOf(Completeness.Partial.class);
      assertThat(reading.byId().values())
          .isNotEmpty()
          .allMatch(
              seat -> Objects.equals(seat.get(LicenseSeatAttributes.LICENSE_ID), (long) license));
      assertThat(both.standIn().requests().total()).isEqualTo(1);
    }
  }

  @Test
  void incompleteParents_leaveTheirPartsIncomplete() {
    try (StandInSource both = serving(500)) {
      both.standIn().inject(Fault.forbidden().onPath("licenses?deleted=true").always());
      Reading reading = Reading.of(both.source(), SEAT);

      assertThat(reading.gap()).contains("/licenses?deleted=true");
    }
  }

  private void createLicenses(int number) {
    for (int license = 0; license < number; license++) {
      estate.create("licenses", Map.of("name", "L" + license, "seats", 1));
    }
  }

  private StandInSource serving(int maxResults) {
    return StandInSource.of(
        server -> server.serving(estate).maxResults(maxResults).throttlePerMinute(1_000_000),
        config -> config);
  }

  private List<Long> liveSeats() {
    List<Integer> licenses = live("licenses");
    return live("licenses/seats").stream()
        .filter(seat -> licenses.contains(estate.value("licenses/seats", seat, "license_id")))
        .map(Integer::longValue)
        .toList();
  }

  private List<Integer> live(String kind) {
    return Arrays.stream(estate.ids(kind))
        .filter(id -> estate.value(kind, id, "deleted_at") == null)
        .boxed()
        .toList();
  }

  /** Returns a live parent that has parts. */
  private Object withParts(String kind, String column) {
    List<Integer> parents = live(kind.substring(0, kind.indexOf('/')));
    return Arrays.stream(estate.ids(kind))
        .mapToObj(id -> estate.value(kind, id, column))
        .filter(parents::contains)
        .findFirst()
        .orElseThrow();
  }
}
