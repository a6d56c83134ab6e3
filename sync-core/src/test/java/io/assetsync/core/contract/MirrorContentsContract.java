package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.asset;
import static io.assetsync.core.testing.Samples.companies;
import static io.assetsync.core.testing.Samples.location;
import static io.assetsync.core.testing.Samples.page;
import static io.assetsync.core.testing.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.PastUnknownException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.MirrorContents.AssetChange;
import io.assetsync.core.run.MirrorContents.AssetDetail;
import io.assetsync.core.run.MirrorContents.AssetFilter;
import io.assetsync.core.run.MirrorContents.AssetSummary;
import io.assetsync.core.run.MirrorContents.Assignment;
import io.assetsync.core.run.MirrorContents.Field;
import io.assetsync.core.run.MirrorContents.Reading;
import io.assetsync.core.run.MirrorContents.Reference;
import io.assetsync.core.run.MirrorContents.TypeTotal;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunChanges.FieldChange;
import io.assetsync.core.run.RunChanges.Operation;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link MirrorContents}. */
public interface MirrorContentsContract {

  /** An empty mirror with its run log, and what it holds. */
  record Fixture(AssetStore store, RunLog runs, MirrorContents contents) {}

  Fixture emptyMirrorWithContents();

  @Test
  default void totals_countWhatIsNotGone() {
    Fixture mirror = emptyMirrorWithContents();
    publish(mirror.store(), 1, companies(1, 2, 3));
    publish(mirror.store(), 2, companies(2, 3));
    publish(
        mirror.store(), 3, page(asset(1).build(), asset(2).lifeCycle(LifeCycle.ARCHIVED).build()));

    assertThat(mirror.contents().totals(Samples.NOON))
        .containsExactly(
            new TypeTotal("company", Map.of(LifeCycle.ACTIVE, 2L), List.of()),
            new TypeTotal(
                "asset", Map.of(LifeCycle.ACTIVE, 1L, LifeCycle.ARCHIVED, 1L), List.of()));
  }

  @Test
  default void totals_haveTheLastWholeReadingOfEachDay() {
    Fixture mirror = emptyMirrorWithContents();
    Instant noon = Samples.NOON;
    Instant nextDay = noon.plus(Duration.ofDays(1));
    log(mirror, noon.minusSeconds(1), RunMode.FULL, Outcome.APPLIED, "complete", 7);
    log(mirror, noon, RunMode.FULL, Outcome.APPLIED, "complete", 10);
    log(mirror, noon.plusSeconds(60), RunMode.FULL, Outcome.UNCHANGED, "complete", 11);
    log(mirror, noon.plusSeconds(120), RunMode.CHANGES, Outcome.APPLIED, "complete", 2);
    log(mirror, noon.plusSeconds(180), RunMode.FULL, Outcome.HELD, "incomplete", 5);
    log(mirror, noon.plusSeconds(240), RunMode.FULL, Outcome.FAILED, "complete", 6);
    log(mirror, nextDay, RunMode.FULL, Outcome.HELD, "complete", 12);

    assertThat(mirror.contents().totals(noon))
        .containsExactly(
            new TypeTotal(
                "company",
                Map.of(),
                List.of(new Reading(noon.plusSeconds(60), 11), new Reading(nextDay, 12))));
  }

  @Test
  default void assets_areThoseNotGone() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);

    assertThat(found(mirror, AssetFilter.NONE)).containsExactly(1L, 2L, 3L);
    assertThat(found(mirror, ofLifeCycle(LifeCycle.GONE))).containsExactly(4L);
    assertThat(found(mirror, ofLifeCycle(LifeCycle.ARCHIVED))).containsExactly(3L);
    assertThat(found(mirror, ofLifeCycle(LifeCycle.DELETED))).isEmpty();
  }

  @Test
  default void assets_areFoundByTheTextsPeopleKnow() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);

    assertThat(found(mirror, holding("tag-2"))).containsExactly(2L);
    assertThat(found(mirror, holding("LAPTOP"))).containsExactly(1L);
    assertThat(found(mirror, holding("sn%_1"))).containsExactly(2L);
    assertThat(found(mirror, holding("n%1"))).isEmpty();
    assertThat(found(mirror, holding("o'hara"))).containsExactly(1L);
    assertThat(found(mirror, holding("store room"))).containsExactly(2L);
    assertThat(found(mirror, holding("tag-1"))).containsExactly(1L, 3L);
    assertThat(found(mirror, holding("\\'\"; drop table asset; --"))).isEmpty();
  }

  @Test
  default void assets_tellWhoHasThem() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);

    assertThat(shown(mirror, AssetFilter.NONE, Optional.empty(), 10))
        .extracting(AssetSummary::assignment)
        .containsExactly(
            Optional.of(new Assignment("user", Optional.of("O'Hara"))),
            Optional.of(new Assignment("location", Optional.of("Store room"))),
            Optional.of(new Assignment("asset", Optional.of("TAG-1"))));
  }

  @Test
  default void pages_makeUpTheWholeAndTellHowManyThereAre() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);

    for (int size = 1; size <= 4; size++) {
      List<Long> paged = new ArrayList<>();
      Optional<EntityKey> place = Optional.empty();
      for (List<AssetSummary> page = shown(mirror, AssetFilter.NONE, place, size);
          !page.isEmpty();
          page = shown(mirror, AssetFilter.NONE, place, size)) {
        page.forEach(asset -> paged.add(asset.key().value()));
        place = Optional.of(page.get(page.size() - 1).key());
      }
      assertThat(paged).containsExactly(1L, 2L, 3L);
      assertThat(mirror.contents().assets(AssetFilter.NONE, place, 1).total()).isEqualTo(3);
    }
  }

  @Test
  default void time_showsWhatWas() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);
    Instant first = changedAt(mirror, 2);
    Instant last = changedAt(mirror, 4);
    assertThat(last).isAfter(first);

    assertThat(found(mirror, at(first))).containsExactly(1L, 2L, 3L, 4L);
    assertThat(found(mirror, at(last))).containsExactly(1L, 2L, 3L);
    assertThat(found(mirror, at(last.plusSeconds(3600)))).containsExactly(1L, 2L, 3L);
    assertThat(found(mirror, new AssetFilter("laptop", Optional.empty(), Optional.of(first))))
        .isEmpty();
    AssetDetail then = show(mirror, 1, Optional.of(first)).orElseThrow();
    assertThat(then.label()).isEqualTo("TAG-1 Phone");
    assertThat(then.version().changedRun()).isEqualTo(new RunId(1));
    assertThat(show(mirror, 4, Optional.of(first)).orElseThrow().lifeCycle())
        .isEqualTo(LifeCycle.ACTIVE);
  }

  @Test
  default void timeBeforeTheHistory_isRefusedWithItsBeginning() {
    Fixture mirror = emptyMirrorWithContents();
    assertRefused(mirror, Samples.NOON);

    estate(mirror);
    Instant before = changedAt(mirror, 2).minusMillis(1);
    assertRefused(mirror, before);
    assertThatExceptionOfType(PastUnknownException.class)
        .isThrownBy(() -> show(mirror, 1, Optional.of(before)))
        .withMessageContaining("begins at " + changedAt(mirror, 2));
  }

  @Test
  default void asset_hasItsValuesWithNames() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);
    AssetDetail asset = show(mirror, 1, Optional.empty()).orElseThrow();

    assertThat(asset.label()).isEqualTo("TAG-1 Laptop");
    assertThat(asset.version().firstSeenRun()).isEqualTo(new RunId(1));
    assertThat(asset.version().changedRun()).isEqualTo(new RunId(2));
    assertThat(asset.version().removedAt()).isEmpty();
    assertThat(asset.fields())
        .startsWith(
            new Field("asset_tag", "TAG-1", Optional.empty(), false),
            new Field("name", "Laptop", Optional.empty(), false))
        .contains(
            new Field(
                "assigned_user_id",
                "O'Hara",
                Optional.of(new Reference("user_account", new EntityKey(5))),
                false),
            new Field(
                "model_id", "77", Optional.of(new Reference("model", new EntityKey(77))), false))
        .noneMatch(field -> field.attribute().equals("serial"));
    assertThat(show(mirror, 99, Optional.empty())).isEmpty();
  }

  @Test
  default void goneAsset_isShownWithItsEnd() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);
    AssetDetail asset = show(mirror, 4, Optional.empty()).orElseThrow();

    assertThat(asset.lifeCycle()).isEqualTo(LifeCycle.GONE);
    assertThat(asset.version().removedAt()).contains(asset.version().changedAt());
  }

  @Test
  default void changes_areNewestFirst() {
    Fixture mirror = emptyMirrorWithContents();
    estate(mirror);
    List<AssetChange> changes = mirror.contents().changes(new EntityKey(1), Optional.empty(), 10);

    assertThat(changes)
        .extracting(AssetChange::operation)
        .containsExactly(Operation.UPDATED, Operation.CREATED);
    assertThat(changes.get(0).fields())
        .containsExactly(new FieldChange("name", Optional.of("Phone"), Optional.of("Laptop")));
    assertThat(changes.get(0).at()).isEqualTo(changedAt(mirror, 1));
    assertThat(mirror.contents().changes(new EntityKey(1), Optional.empty(), 1))
        .containsExactly(changes.get(0));
    assertThat(mirror.contents().changes(new EntityKey(1), Optional.of(new RunId(2)), 10))
        .containsExactly(changes.get(1));
    assertThat(mirror.contents().changes(new EntityKey(4), Optional.empty(), 1))
        .extracting(AssetChange::operation)
        .containsExactly(Operation.REMOVED);
    assertThat(mirror.contents().changes(new EntityKey(99), Optional.empty(), 10)).isEmpty();
  }

  /** Four assets in run 1, of which run 2 renames the first and misses the last. */
  private static void estate(Fixture mirror) {
    Entity phone = held().set(AssetAttributes.NAME, "Phone").build();
    Entity laptop = held().set(AssetAttributes.NAME, "Laptop").build();
    Entity stored =
        asset(2)
            .set(AssetAttributes.SERIAL, "SN%_1")
            .set(AssetAttributes.ASSIGNED_LOCATION_ID, 8L)
            .build();
    Entity part =
        asset(3).set(AssetAttributes.ASSIGNED_ASSET_ID, 1L).lifeCycle(LifeCycle.ARCHIVED).build();
    PublishedRun.begin(
            mirror.store(), LocationAttributes.TYPE, UserAttributes.TYPE, AssetAttributes.TYPE)
        .stage(page(location(8, "Store room")))
        .stage(page(user(5, "ohara").set(UserAttributes.FIRST_NAME, "O'Hara").build()))
        .stage(page(phone, stored, part, asset(4).build()))
        .publishAs(1);
    publish(mirror.store(), 2, page(laptop, stored, part));
  }

  private static Entity.Builder held() {
    return asset(1).set(AssetAttributes.ASSIGNED_USER_ID, 5L).set(AssetAttributes.MODEL_ID, 77L);
  }

  private static void log(
      Fixture mirror, Instant end, RunMode mode, Outcome outcome, String completeness, long rows) {
    TypeReport.Reading reading =
        new TypeReport.Reading(completeness, "", rows, 0, 1, 0, Duration.ZERO);
    RunReport run = mirror.runs().started(new RunRequest("test", mode), end.minusSeconds(5));
    mirror
        .runs()
        .finished(
            run.concluded(
                outcome,
                List.of(
                    new TypeReport(
                        CompanyAttributes.TYPE.name(),
                        reading,
                        TypeReport.Changes.NONE,
                        KeySet.empty(),
                        List.of())),
                List.of(),
                end));
  }

  private static void assertRefused(Fixture mirror, Instant time) {
    assertThatExceptionOfType(PastUnknownException.class).isThrownBy(() -> found(mirror, at(time)));
  }

  private static Instant changedAt(Fixture mirror, long key) {
    return show(mirror, key, Optional.empty()).orElseThrow().version().changedAt();
  }

  private static Optional<AssetDetail> show(Fixture mirror, long key, Optional<Instant> at) {
    return mirror.contents().asset(new EntityKey(key), at);
  }

  private static AssetFilter holding(String text) {
    return new AssetFilter(text, Optional.empty(), Optional.empty());
  }

  private static AssetFilter ofLifeCycle(LifeCycle lifeCycle) {
    return new AssetFilter("", Optional.of(lifeCycle), Optional.empty());
  }

  private static AssetFilter at(Instant time) {
    return new AssetFilter("", Optional.empty(), Optional.of(time));
  }

  private static List<Long> found(Fixture mirror, AssetFilter filter) {
    return shown(mirror, filter, Optional.empty(), 10).stream()
        .map(asset -> asset.key().value())
        .toList();
  }

  private static List<AssetSummary> shown(
      Fixture mirror, AssetFilter filter, Optional<EntityKey> after, int max) {
    return mirror.contents().assets(filter, after, max).assets();
  }
}
