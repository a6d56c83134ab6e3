package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AccessoryCheckoutAttributes;
import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import io.assetsync.snipeit.SnipeItConfig.Lookback;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of activities, read newest first while it grows and shrinks. */
final class ActivityLogIT {

  private static final EntityType ACTIVITY = ActivityAttributes.TYPE;
  private static final String PATH = "reports/activity";

  private final Estate estate = Estate.invented(5, 60);

  @BeforeEach
  void fillTheLog() {
    for (int number = 0; number < 80; number++) {
      estate.edit("hardware", 1, Map.of("name", "name " + number));
    }
  }

  @Test
  void firstRun_readsTheWholeLog() {
    try (StandInSource both = serving()) {
      Reading reading = Reading.of(both.source(), ACTIVITY);

      assertThat(reading.completeness()).isInstanceOf(Completeness.Partial.class);
      assertThat(reading.ids()).containsExactlyElementsOf(ids());
    }
  }

  @Test
  void changes_areReadDownToTheKnown() {
    try (StandInSource both = serving()) {
      Bookmark bookmark = bookmarkAfterReadingAll(both);
      int calls = both.standIn().requests().to(PATH);
      estate.checkOutToUser(1, 2);
      Reading reading =
          Reading.of(both.source(), ACTIVITY, Scope.changes(bookmark, KeySet.empty()));

      assertThat(bookmark.highestKey()).isPositive();
      assertThat(reading.ids()).contains(ids().get(ids().size() - 1)).hasSizeLessThan(11);
      assertThat(both.standIn().requests().to(PATH)).isEqualTo(calls + 1);
    }
  }

  @Test
  void everything_isReadAgainAsFarAsTheWindow() {
    try (StandInSource both =
        StandInSource.of(
            server -> server.serving(estate),
            config ->
                config
                    .withPaging(new Paging(10, 10))
                    .withLookback(Lookback.DEFAULT.withActivities(Duration.ofDays(10_000))))) {
      Reading reading =
          Reading.of(both.source(), ACTIVITY, Scope.everything(bookmarkAfterReadingAll(both)));

      assertThat(reading.ids()).containsExactlyElementsOf(ids());
    }
  }

  @Test
  void logThatIsShorterThanItWas_isReadFromTheStart() {
    try (StandInSource both = serving()) {
      Bookmark later = new Bookmark(1_000_000, Optional.empty(), KeySet.empty());
      Reading reading = Reading.of(both.source(), ACTIVITY, Scope.changes(later, KeySet.empty()));

      assertThat(reading.ids()).containsExactlyElementsOf(ids());
    }
  }

  @Test
  void activitiesRemovedMeanwhile_hideNoOthers() {
    try (StandInSource both = serving()) {
      List<Long> before = ids();
      List<Long> removed = before.subList(before.size() - 25, before.size() - 12);
      both.standIn()
          .beforeRequest(
              PATH, 4, () -> removed.forEach(id -> estate.purge(PATH, Math.toIntExact(id))));
      Reading reading = Reading.of(both.source(), ACTIVITY);

      assertThat(reading.completeness()).isInstanceOf(Completeness.Partial.class);
      assertThat(reading.ids()).containsAll(ids());
    }
  }

  @Test
  void activitiesAddedMeanwhile_hideNoOthers() {
    try (StandInSource both = serving()) {
      List<Long> before = ids();
      for (int request = 2; request < 6; request++) {
        both.standIn()
            .beforeRequest(PATH, request, () -> estate.edit("hardware", 1, Map.of("name", "n")));
      }
      Reading reading = Reading.of(both.source(), ACTIVITY);

      assertThat(reading.completeness()).isInstanceOf(Completeness.Partial.class);
      assertThat(reading.ids()).containsAll(before);
    }
  }

  @Test
  void missingRight_isToBeExpected() {
    try (StandInSource both = serving()) {
      both.standIn().inject(Fault.forbidden().onPath(PATH).always());

      assertThat(Reading.of(both.source(), ACTIVITY).completeness())
          .isInstanceOfSatisfying(
              Completeness.Forbidden.class, forbidden -> assertThat(forbidden.expected()).isTrue());
    }
  }

  @Test
  void rowOnWhichTheServerFails_isReportedAndTheOthersAreRead() {
    try (StandInSource both = serving()) {
      both.standIn().inject(Fault.serverErrorAbove(1).onPath(PATH).times(8));
      Reading reading = Reading.of(both.source(), ACTIVITY);

      assertThat(reading.ids()).containsAll(ids());
    }
  }

  @Test
  void encryptedValue_isNotKept() {
    int field =
        estate.create(
            "fields",
            Map.of("name", "Key", "format", "", "element", "text", "field_encrypted", true));
    String column = "_snipeit_key_" + field;
    estate.create(
        PATH,
        Map.of(
            "action_type",
            "update",
            "item_type",
            "asset",
            "item_id",
            1,
            "log_meta",
            Map.of(column, List.of("hunter1", "hunter2"))));
    try (StandInSource both = serving()) {
      Reading reading = Reading.of(both.source(), ACTIVITY);

      assertThat(reading.byId().values())
          .map(Entity::raw)
          .anyMatch(raw -> raw.text().contains(column))
          .noneMatch(raw -> raw.text().contains("hunter"));
      assertThat(reading.byId().values())
          .noneMatch(row -> String.valueOf(row.get(ActivityAttributes.CHANGES)).contains("hunter"));
    }
  }

  @Test
  void parentsThatTheLogMentions_haveTheirPartsRead() {
    int accessory = estate.create("accessories", Map.of("name", "Mouse", "qty", 9));
    try (StandInSource both = serving()) {
      Bookmark known = bookmarkAfterReadingAll(both);
      int checkout = estate.checkOutAccessory(accessory, "user", 2);
      Scope changes = Scope.changes(known, KeySet.empty());
      Reading.of(both.source(), ACTIVITY, changes);
      Reading parts = Reading.of(both.source(), AccessoryCheckoutAttributes.TYPE, changes);
      Reading none = Reading.of(both.source(), LicenseSeatAttributes.TYPE, changes);

      assertThat(parts.ids()).containsExactly((long) checkout);
      assertThat(none.ids()).isEmpty();
    }
  }

  private static Bookmark bookmarkAfterReadingAll(StandInSource both) {
    try (Snapshot snapshot = both.source().open(ACTIVITY)) {
      while (snapshot.next().isPresent()) {
        // Only the end is of interest.
      }
      return snapshot.bookmark();
    }
  }

  private StandInSource serving() {
    return StandInSource.withSmallPages(
        server -> server.serving(estate).throttlePerMinute(1_000_000));
  }

  private List<Long> ids() {
    return Arrays.stream(estate.ids(PATH)).asLongStream().boxed().toList();
  }
}
