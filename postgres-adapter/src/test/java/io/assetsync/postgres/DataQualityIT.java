package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AccessoryAttributes;
import io.assetsync.core.model.AccessoryCheckoutAttributes;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the views {@code quality_...} find. */
final class DataQualityIT {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void duplicateSerials_areComparedWithoutCaseAndBlanks() {
    publish(
        serial(1, "SN-7").build(),
        serial(2, " sn-7\t").build(),
        serial(3, "sn-7\u00a0").lifeCycle(LifeCycle.ARCHIVED).build(),
        serial(4, "SN-8").build(),
        serial(5, "SN 7").build());

    assertThat(
            mirror.column(
                "select concat_ws('|', id, serial_key, duplicates) from quality_duplicate_serial order by id"))
        .containsExactly("1|sn-7|3", "2|sn-7|3", "3|sn-7|3");
  }

  @Test
  void duplicateSerials_areOnlyAmongAssetsThatAreStillThere() {
    publish(
        serial(1, "SN-7").build(),
        serial(2, "SN-7").lifeCycle(LifeCycle.DELETED).build(),
        serial(3, "SN-7").build());
    Publishing.publish(
        mirror.store(),
        2,
        Samples.page(
            serial(1, "SN-7").build(), serial(2, "SN-7").lifeCycle(LifeCycle.DELETED).build()));

    assertThat(mirror.column("select id from quality_duplicate_serial")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "-", "?!", "N/A", "none", "Unknown", "0", "0000", "XX-XX", "1234567890"})
  void duplicateSerials_leaveOutWhatIsNone(String junk) {
    publish(serial(1, junk).build(), serial(2, junk).build(), Samples.asset(3).build());

    assertThat(mirror.column("select id from quality_duplicate_serial")).isEmpty();
  }

  @Test
  void assignedToDeparted_hasWhatDeletedAndGonePeopleHave() {
    Entity present = user(1, "ada", LifeCycle.ACTIVE);
    Entity deleted = user(2, "bob", LifeCycle.DELETED);
    Publishing.publish(
        mirror.store(), 1, Samples.page(present, deleted, user(3, "cyd", LifeCycle.ACTIVE)));
    Publishing.publish(
        mirror.store(),
        2,
        Samples.page(present, deleted),
        Samples.page(
            assigned(10, 1).build(),
            assigned(11, 2).set(AssetAttributes.NAME, "Laptop").build(),
            assigned(12, 3).lifeCycle(LifeCycle.ARCHIVED).build(),
            assigned(13, 3).lifeCycle(LifeCycle.DELETED).build()),
        Samples.page(
            entity(LicenseAttributes.TYPE, 1).set(LicenseAttributes.NAME, "Editor").build()),
        Samples.page(
            entity(LicenseSeatAttributes.TYPE, 20)
                .set(LicenseSeatAttributes.LICENSE_ID, 1L)
                .set(LicenseSeatAttributes.ASSIGNED_USER_ID, 2L)
                .build()),
        Samples.page(
            entity(AccessoryAttributes.TYPE, 1).set(AccessoryAttributes.NAME, "Mouse").build()),
        Samples.page(
            entity(AccessoryCheckoutAttributes.TYPE, 30)
                .set(AccessoryCheckoutAttributes.ACCESSORY_ID, 1L)
                .set(AccessoryCheckoutAttributes.ASSIGNED_USER_ID, 3L)
                .build()));

    assertThat(
            mirror.column(
                """
                select concat_ws('|', kind, id, description, username, person_life_cycle, departed_at is not null)
                from quality_assigned_to_departed order by id
                """))
        .containsExactly(
            "asset|11|TAG-11 Laptop|bob|deleted|f",
            "asset|12|TAG-12|cyd|gone|t",
            "license_seat|20|Editor|bob|deleted|f",
            "accessory_checkout|30|Mouse|cyd|gone|t");
  }

  @Test
  void danglingReferences_areOfEveryDescribedReference() {
    Publishing.publish(
        mirror.store(),
        1,
        EntityTypes.all().stream()
            .map(type -> Samples.page(Samples.full(type, 1)))
            .toArray(Page[]::new));

    assertThat(
            mirror.column(
                "select concat_ws(' ', kind, id, attribute, referenced_kind) from quality_dangling_reference"))
        .containsExactlyInAnyOrderElementsOf(
            EntityTypes.all().stream().flatMap(DataQualityIT::references).toList());
  }

  private static Stream<String> references(EntityType type) {
    return type.attributes().stream()
        .filter(attribute -> attribute.referencedType().isPresent())
        .map(
            attribute ->
                String.join(
                    " ",
                    type.name(),
                    "1",
                    attribute.name(),
                    attribute.referencedType().orElseThrow()));
  }

  @Test
  void danglingReferences_tellWhetherTheRowIsGoneOrNeverWas() {
    Entity.Builder deleted = model(2).lifeCycle(LifeCycle.DELETED);
    Publishing.publish(
        mirror.store(), 1, Samples.page(model(1).build(), deleted.build(), model(3).build()));
    Publishing.publish(
        mirror.store(),
        2,
        Samples.page(model(1).build(), deleted.build()),
        Samples.page(
            ofModel(10, 1).build(),
            ofModel(11, 2).build(),
            ofModel(12, 3).build(),
            ofModel(13, 4).build(),
            ofModel(14, 4).lifeCycle(LifeCycle.DELETED).build()));

    assertThat(
            mirror.column(
                "select concat_ws('|', id, referenced_id, referenced_life_cycle) from quality_dangling_reference order by id"))
        .containsExactly("12|3|gone", "13|4");
  }

  @Test
  void unreadableValues_areThoseOfTheLastReading() {
    record(reading("asset", "complete", rejected(1, "old")), reading("model", "complete"));
    record(reading("asset", "complete", rejected(2, "cost")), reading("user_account", "forbidden"));
    record(reading("asset", "partial", rejected(2, "cost"), rejected(3, "date")));
    record(reading("asset", "forbidden"), reading("model", "complete", remark()));

    assertThat(
            mirror.column(
                "select concat_ws('|', kind, id, detail, run_id) from quality_unreadable_value order by id"))
        .containsExactly("asset|2|cost|3", "asset|3|date|3");
  }

  @Test
  void unreadableValues_goWhenTheyCanBeRead() {
    record(reading("asset", "incomplete", rejected(1, "cost")));
    record(reading("asset", "complete"));

    assertThat(mirror.column("select id from quality_unreadable_value")).isEmpty();
  }

  private void record(TypeReport... types) {
    RunReport run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW);
    mirror
        .runs()
        .finished(
            run.concluded(
                Outcome.UNCHANGED, Arrays.asList(types), List.of(), Mirror.NOW.plusSeconds(60)));
  }

  private static TypeReport reading(String type, String completeness, Finding... findings) {
    boolean wasRead = !completeness.equals("forbidden");
    return new TypeReport(
        type,
        new TypeReport.Reading(
            completeness, "", wasRead ? 9 : 0, findings.length, 1, 1, Duration.ZERO),
        TypeReport.Changes.NONE,
        KeySet.empty(),
        List.of(findings));
  }

  private static Finding rejected(long id, String detail) {
    return new Finding(Finding.Kind.REJECTED, OptionalLong.of(id), detail);
  }

  private static Finding remark() {
    return new Finding(Finding.Kind.REMARK, OptionalLong.empty(), "it is late");
  }

  private void publish(Entity first, Entity... more) {
    Publishing.publish(mirror.store(), 1, Samples.page(first, more));
  }

  private static Entity.Builder serial(long key, String serial) {
    return Samples.asset(key).set(AssetAttributes.SERIAL, serial);
  }

  private static Entity.Builder assigned(long key, long user) {
    return Samples.asset(key).set(AssetAttributes.ASSIGNED_USER_ID, user);
  }

  private static Entity.Builder ofModel(long key, long model) {
    return Samples.asset(key).set(AssetAttributes.MODEL_ID, model);
  }

  private static Entity.Builder model(long key) {
    return entity(ModelAttributes.TYPE, key)
        .set(ModelAttributes.DEFAULT_FIELD_VALUES, Json.EMPTY_OBJECT);
  }

  private static Entity user(long key, String username, LifeCycle lifeCycle) {
    return Samples.user(key, username).lifeCycle(lifeCycle).build();
  }

  private static Entity.Builder entity(EntityType type, long key) {
    return Entity.of(type, new EntityKey(key));
  }
}
