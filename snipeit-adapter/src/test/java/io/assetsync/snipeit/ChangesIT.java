package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Scope;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SiteSettings;
import io.assetsync.snipeit.standin.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading what has changed since an earlier run, and reading everything where that is no proof. */
final class ChangesIT {

  private static final EntityType ASSET = AssetAttributes.TYPE;
  private static final EntityType USER = UserAttributes.TYPE;

  private final SteppingClock clock = SteppingClock.standing(Instant.parse("2026-03-02T08:00:00Z"));
  private final Estate estate = Estate.invented(5, 120, clock);
  private final StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate));
  private Bookmark assets = Bookmark.NONE;
  private Bookmark users = Bookmark.NONE;

  @BeforeEach
  void everythingIsReadAndADayPasses() {
    estate.edit("hardware", 1, Map.of("name", "first"));
    estate.edit("users", 1, Map.of("jobtitle", "first"));
    assets = Reading.of(both.source(), ASSET).bookmark();
    users = Reading.of(both.source(), USER).bookmark();
    clock.advance(Duration.ofDays(1));
    both.standIn().requests().reset();
  }

  @AfterEach
  void close() {
    both.close();
  }

  @Test
  void fullReading_leavesTheTimeOfTheNewestChange() {
    assertThat(assets.watermark()).contains(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(users.watermark()).contains(Instant.parse("2026-03-02T08:00:00Z"));
  }

  @Test
  void nothingNew_takesAtMostFiveCallsForAssetsAndOneForUsers() {
    assertPartial(changes(ASSET));
    assertThat(both.standIn().requests().total()).isLessThanOrEqualTo(5);
    both.standIn().requests().reset();

    assertPartial(changes(USER));
    assertThat(both.standIn().requests().total()).isEqualTo(1);
  }

  @Test
  void changes_areFoundInAllPasses() {
    estate.edit("hardware", 3, Map.of("name", "edited"));
    estate.archive(4);
    estate.delete("hardware", 5);
    int created = estate.create("hardware", Map.of("asset_tag", "new", "status_id", label(3)));

    Reading reading = changes(ASSET);

    assertPartial(reading);
    assertThat(reading.byId().get(3L).get(AssetAttributes.NAME)).isEqualTo("edited");
    assertThat(reading.byId().get(4L).lifeCycle()).isEqualTo(LifeCycle.ARCHIVED);
    assertThat(reading.byId().get(5L).lifeCycle()).isEqualTo(LifeCycle.DELETED);
    assertThat(reading.ids()).contains((long) created);
  }

  @Test
  void changesOfUsers_areFoundAndDeletionsAreSeen() {
    estate.edit("users", 2, Map.of("jobtitle", "edited"));
    estate.delete("users", 3);

    Reading reading = changes(USER);

    assertPartial(reading);
    assertThat(reading.byId().get(2L).get(UserAttributes.JOB_TITLE)).isEqualTo("edited");
    assertThat(reading.byId().get(3L).lifeCycle()).isEqualTo(LifeCycle.DELETED);
  }

  @Test
  void manyChanges_areReadOverPagesWithoutALoss() {
    for (int id = 10; id < 60; id++) {
      clock.advance(Duration.ofSeconds(id % 3 == 0 ? 1 : 0));
      estate.edit("hardware", id, Map.of("order_number", "new"));
    }

    Reading reading = changes(ASSET);

    assertPartial(reading);
    assertThat(reading.ids()).containsAll(IntStream.range(10, 60).mapToObj(Long::valueOf).toList());
  }

  @Test
  void rowsThatChangeMeanwhile_areFoundByTheNextReading() {
    editAssetsFrom10To(40);
    both.standIn()
        .beforeRequest(
            "hardware",
            2,
            () -> {
              clock.advance(Duration.ofSeconds(1));
              estate.edit("hardware", 12, Map.of("order_number", "newer"));
            });

    Reading reading = changes(ASSET);
    assertPartial(reading);
    assets = reading.bookmark();

    assertThat(changes(ASSET).byId().get(12L).get(AssetAttributes.ORDER_NUMBER)).isEqualTo("newer");
  }

  @Test
  void rowsThatVanishMeanwhile_areNoLossOfOthers() {
    editAssetsFrom10To(40);
    both.standIn()
        .beforeRequest(
            "hardware",
            2,
            () -> IntStream.range(36, 40).forEach(id -> estate.purge("hardware", id)));

    Reading reading = changes(ASSET);

    assertThat(reading.ids()).containsAll(IntStream.range(10, 36).mapToObj(Long::valueOf).toList());
  }

  @Test
  void overlap_readsAgainWhatIsALittleOlder() {
    Instant before = assets.watermark().orElseThrow().minus(Duration.ofMinutes(170));
    estate.put(
        "hardware", 7, Map.of("updated_at", LocalDateTime.ofInstant(before, ZoneOffset.UTC)));

    assertThat(changes(ASSET).ids()).contains(7L);
  }

  @Test
  void secondReading_goesOnFromTheFirst() {
    estate.edit("hardware", 3, Map.of("name", "edited"));

    assertThat(changes(ASSET).bookmark().watermark()).contains(clock.instant());
  }

  @Test
  void assetsUnderManyArchivedLabels_takeAtMostFiveCalls() {
    archiveUnderThreeMoreLabels();

    Reading reading = changes(ASSET);

    assertPartial(reading);
    assertThat(both.standIn().requests().total()).isLessThanOrEqualTo(5);
    assertThat(reading.ids()).contains(21L, 22L, 23L);
  }

  @Test
  void archivedListThatShowsOthers_isReadByLabels() {
    archiveUnderThreeMoreLabels();
    both.standIn().site(SiteSettings.DEFAULT.withVersion(Version.V8_4_1));

    Reading reading = changes(ASSET);

    assertPartial(reading);
    assertThat(reading.ids()).contains(21L, 22L, 23L);
  }

  @Test
  void noWatermark_readsEverything() {
    assets = Bookmark.NONE;

    assertEverything("no earlier run has left a time to read from");
  }

  @Test
  void massStamp_readsEverything() {
    estate.stampAll("hardware");

    assertEverything("a whole page of rows has changed in the same second");
  }

  @Test
  void clockSetBack_readsEverything() {
    assets =
        new Bookmark(
            0, assets.watermark().map(time -> time.plus(Duration.ofDays(1))), KeySet.empty());

    assertEverything("the server's clock may have been set back");
  }

  @Test
  void rowWithoutATime_readsEverything() {
    Map<String, Object> none = new HashMap<>();
    none.put("updated_at", null);
    Arrays.stream(estate.ids("hardware")).forEach(id -> estate.put("hardware", id, none));

    assertEverything("not every row tells when it has changed");
  }

  @Test
  void labelsThatAreForbidden_readEverything() {
    both.standIn().inject(Fault.forbidden().onPath("statuslabels").always());

    try (LogCapture log = new LogCapture()) {
      assertThat(changes(ASSET).completeness()).isInstanceOf(Completeness.Incomplete.class);
      assertThat(log.text()).contains("the status labels cannot be listed");
    }
  }

  @Test
  void listThatHidesWhatTheLabelsCount_readsEverything() {
    both.standIn().inject(Fault.emptyListing().onPath("hardware?sort=updated_at"));

    assertEverything("the status labels count");
  }

  @Test
  void serverThatFails_readsEverythingInSmallerPages() {
    editAssetsFrom10To(40);
    both.standIn().inject(Fault.serverError().onPath("hardware?sort=updated_at").always());

    assertEverything("Snipe-IT fails with an error of its own");
  }

  @Test
  void rowsThatKeepVanishing_readEverything() {
    editAssetsFrom10To(110);
    for (int request = 2; request <= 7; request++) {
      both.standIn().beforeRequest("hardware", request, this::purgeTenNewest);
    }

    assertEverything("rows vanish from it too fast to tell what has changed");
  }

  @Test
  void orderThatIsNotKept_readsEverything() throws Exception {
    try (CannedServer server =
            new CannedServer(
                query ->
                    "{\"total\":400,\"rows\":["
                        + user(1, "2026-03-01 08:00:00")
                        + ","
                        + user(2, "2026-03-01 09:00:00")
                        + "]}");
        SnipeItSource source = server.source();
        LogCapture log = new LogCapture()) {
      Scope scope = Scope.changes(users, KeySet.empty());

      assertThat(Reading.of(source, USER, scope).completeness())
          .isNotInstanceOf(Completeness.Partial.class);
      assertThat(log.text()).contains("another order than that of their last change");
    }
  }

  /** Edits an asset each second, up to the given id. */
  private void editAssetsFrom10To(int end) {
    for (int id = 10; id < end; id++) {
      clock.advance(Duration.ofSeconds(1));
      estate.edit("hardware", id, Map.of("order_number", "new"));
    }
  }

  private void purgeTenNewest() {
    int[] ids = Arrays.stream(estate.ids("hardware")).filter(id -> id < 110).toArray();
    Arrays.stream(ids, ids.length - 10, ids.length).forEach(id -> estate.purge("hardware", id));
  }

  private static String user(int id, String updatedAt) {
    return "{\"id\":" + id + ",\"updated_at\":{\"datetime\":\"" + updatedAt + "\"}}";
  }

  private void archiveUnderThreeMoreLabels() {
    for (int asset = 21; asset <= 23; asset++) {
      int label =
          estate.create("statuslabels", Map.of("name", "Store " + asset, "type", "archived"));
      estate.edit("hardware", asset, Map.of("status_id", label));
    }
  }

  private int label(int place) {
    return estate.ids("statuslabels")[place];
  }

  private Reading changes(EntityType type) {
    Bookmark known = type == ASSET ? assets : users;
    return Reading.of(both.source(), type, Scope.changes(known, KeySet.empty()));
  }

  private void assertPartial(Reading reading) {
    assertThat(reading.completeness()).isInstanceOf(Completeness.Partial.class);
  }

  private void assertEverything(String reason) {
    try (LogCapture log = new LogCapture()) {
      Reading reading = changes(ASSET);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids())
          .containsAll(Arrays.stream(estate.ids("hardware")).asLongStream().boxed().toList());
      assertThat(log.text()).contains("Everything is read instead of the changes: ", reason);
    }
  }
}
