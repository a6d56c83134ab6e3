package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Completeness;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SiteSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Assets in all their passes, while their labels and lives change. */
final class AssetPassesIT {

  private static final EntityType ASSET = AssetAttributes.TYPE;

  private final Estate estate = Estate.invented(3, 120);

  @Test
  void assets_areReadWhetherActiveArchivedOrDeleted() {
    try (StandInSource both = reader()) {
      int archived = asset(10);
      int deleted = asset(20);
      estate.archive(archived);
      estate.delete("hardware", deleted);
      Reading reading = Reading.of(both.source(), ASSET);

      assertComplete(reading);
      assertThat(lifeCycle(reading, archived)).isEqualTo(LifeCycle.ARCHIVED);
      assertThat(lifeCycle(reading, deleted)).isEqualTo(LifeCycle.DELETED);
      assertThat(reading.byId().values()).extracting(Entity::lifeCycle).contains(LifeCycle.ACTIVE);
    }
  }

  @Test
  void assets_areTheSameWhetherTheSiteListsArchivedOnesOrNot() {
    try (StandInSource both = reader()) {
      estate.archive(asset(10));
      both.standIn().site(SiteSettings.DEFAULT.withArchivedInList(true));
      Reading reading = Reading.of(both.source(), ASSET);

      assertComplete(reading);
      assertThat(lifeCycle(reading, asset(10))).isEqualTo(LifeCycle.ARCHIVED);
    }
  }

  @Test
  void assetArchivedWhileReading_isReadAsArchived() {
    try (StandInSource both = reader()) {
      int late = asset(100);
      both.standIn().beforeRequest("hardware", 3, () -> estate.archive(late));
      Reading reading = Reading.of(both.source(), ASSET);

      assertComplete(reading);
      assertThat(lifeCycle(reading, late)).isEqualTo(LifeCycle.ARCHIVED);
    }
  }

  @Test
  void assetDeletedWhileReading_isReadAsDeleted() {
    try (StandInSource both = reader()) {
      int early = asset(2);
      both.standIn().beforeRequest("hardware", 4, () -> estate.delete("hardware", early));
      Reading reading = Reading.of(both.source(), ASSET);

      assertComplete(reading);
      assertThat(lifeCycle(reading, early)).isEqualTo(LifeCycle.DELETED);
    }
  }

  @Test
  void assetThatSlipsBetweenThePasses_isFoundByItsLabel() {
    try (StandInSource both = reader()) {
      int early = asset(2);
      Object label = estate.value("hardware", early, "status_id");
      estate.archive(early);
      both.standIn()
          .beforeRequest(
              "hardware?status_id=" + archivedLabel(),
              1,
              () -> estate.edit("hardware", early, Map.of("status_id", label)));
      Reading reading = Reading.of(both.source(), ASSET);

      assertComplete(reading);
      assertThat(lifeCycle(reading, early)).isEqualTo(LifeCycle.ACTIVE);
    }
  }

  @Test
  void assetRestoredBetweenThePasses_isFoundByItsLabel() {
    try (StandInSource both = reader()) {
      int early = asset(2);
      estate.delete("hardware", early);
      both.standIn()
          .beforeRequest("hardware?status=Deleted", 1, () -> estate.restore("hardware", early));
      Reading reading = Reading.of(both.source(), ASSET);

      assertComplete(reading);
      assertThat(lifeCycle(reading, early)).isEqualTo(LifeCycle.ACTIVE);
    }
  }

  @Test
  void rowThatTheListHidesAlways_makesTheReadingIncomplete() {
    try (StandInSource both = reader()) {
      both.standIn().inject(Fault.emptyListing().onPath("hardware?order=asc").always());
      Reading reading = Reading.of(both.source(), ASSET);

      assertThat(reading.gap()).startsWith("the status labels count ").endsWith(" were listed");
    }
  }

  @Test
  void assetsThatAreForbidden_areNotRead() {
    try (StandInSource both = reader()) {
      both.standIn().inject(Fault.forbidden().onPath("hardware").always());
      Reading reading = Reading.of(both.source(), ASSET);

      assertThat(reading.completeness()).isInstanceOf(Completeness.Forbidden.class);
      assertThat(reading.rows()).isZero();
      assertThat(both.standIn().requests().to("hardware")).isEqualTo(2);
    }
  }

  @Test
  void labelsThatAreForbidden_makeTheReadingIncomplete() {
    try (StandInSource both = reader()) {
      both.standIn().inject(Fault.forbidden().onPath("statuslabels").always());
      Reading reading = Reading.of(both.source(), ASSET);

      assertThat(reading.gap())
          .startsWith("the archived assets cannot be told: ")
          .contains("give that user the permission")
          .contains("/api/v1/statuslabels");
      assertThat(reading.rows()).isPositive();
    }
  }

  @Test
  void labelThatCannotBeRead_makesAssetsIncomplete() throws Exception {
    try (CannedServer server =
            new CannedServer(query -> "{\"total\":1,\"rows\":[{\"id\":1,\"type\":{}}]}");
        SnipeItSource source = server.source()) {
      assertThat(Reading.of(source, ASSET).gap()).isEqualTo("not every status label could be read");
    }
  }

  @Test
  void labelsForbiddenInTheEnd_makeTheReadingIncomplete() {
    try (StandInSource both = reader()) {
      both.standIn().inject(Fault.forbidden().onPath("statuslabels").onRequest(2).always());
      Reading reading = Reading.of(both.source(), ASSET);

      assertThat(reading.gap()).startsWith("the labels cannot be counted again: ");
    }
  }

  @Test
  void passThatIsForbidden_makesTheReadingIncomplete() {
    try (StandInSource both = reader()) {
      both.standIn().inject(Fault.forbidden().onPath("hardware?status=Deleted").always());
      Reading reading = Reading.of(both.source(), ASSET);

      assertThat(reading.gap()).startsWith("some assets may not be listed: ");
      assertThat(reading.rows()).isPositive();
    }
  }

  @Test
  void rightLostHalfWay_makesTheReadingIncomplete() {
    try (StandInSource both = reader()) {
      both.standIn().inject(Fault.forbidden().onPath("hardware").onRequest(4).always());
      Reading reading = Reading.of(both.source(), ASSET);

      assertThat(reading.gap()).contains("/hardware was forbidden half-way: ");
      assertThat(reading.rows()).isPositive();
    }
  }

  private StandInSource reader() {
    return StandInSource.withSmallPages(server -> server.serving(estate));
  }

  private int asset(int place) {
    return liveIds().get(place);
  }

  private List<Integer> liveIds() {
    return Arrays.stream(estate.ids("hardware"))
        .filter(id -> estate.value("hardware", id, "deleted_at") == null)
        .boxed()
        .toList();
  }

  private int archivedLabel() {
    return Arrays.stream(estate.ids("statuslabels"))
        .filter(id -> "archived".equals(estate.value("statuslabels", id, "type")))
        .findFirst()
        .orElseThrow();
  }

  private void assertComplete(Reading reading) {
    assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
    // Some of the invented dates are invalid.
    assertThat(reading.rejects())
        .allMatch(reject -> reject.attribute().equals(Optional.of(AssetAttributes.CUSTOM_FIELDS)));
    assertThat(reading.ids())
        .isEqualTo(Arrays.stream(estate.ids("hardware")).asLongStream().boxed().toList());
  }

  private static LifeCycle lifeCycle(Reading reading, long id) {
    Entity asset = reading.byId().get(id);
    assertThat(asset).isNotNull();
    return asset.lifeCycle();
  }
}
