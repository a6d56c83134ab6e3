package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.standin.Estate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that come and go between pages that are fetched at the same time. */
final class PagesAheadIT {

  private static final EntityType USER = UserAttributes.TYPE;

  private final Estate estate = Estate.invented(7, 300);

  /** Rows go after a later page was answered and before an earlier one is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9, 25})
  void rowsRemovedBetweenPagesFetchedAhead_hideNoOthers(int removed) {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      List<Long> users = ids("users");
      both.standIn()
          .beforeRequest(
              "users?offset=9",
              1,
              () -> {
                await().until(() -> both.standIn().requests().answered(200) >= 3);
                users.stream()
                    .skip(1)
                    .limit(removed)
                    .forEach(id -> estate.purge("users", Math.toIntExact(id)));
              });
      Reading reading = Reading.of(both.source(), USER);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsAll(ids("users"));
    }
  }

  @Test
  void rowAddedBetweenPagesFetchedAhead_isReadInASecondReading() {
    for (int i = 0; i < 40; i++) {
      estate.create("locations", Map.of("name", "Place " + i));
    }
    int first = estate.ids("locations")[0];
    estate.delete("locations", first);
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      both.standIn()
          .beforeRequest(
              "locations?offset=9",
              1,
              () -> {
                await().until(() -> both.standIn().requests().answered(200) >= 3);
                estate.restore("locations", first);
              });
      Reading reading = Reading.of(both.source(), LocationAttributes.TYPE);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).isEqualTo(ids("locations"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void rowsThatComeAndGoAllTheTime_hideNoneThatStay(int parallel) {
    for (int seed = 0; seed < 8; seed++) {
      Estate living = Estate.invented(seed, 300);
      List<Integer> before = Arrays.stream(living.ids("users")).boxed().toList();
      try (StandInSource both =
          StandInSource.of(
              server -> server.serving(living),
              config ->
                  config
                      .withPaging(new Paging(10, 10))
                      .withPace(Pace.DEFAULT.withParallel(parallel)))) {
        disturb(both, living, new Random(seed));
        Reading reading = Reading.of(both.source(), USER);

        assertThat(reading.ids())
            .as("seed %d", seed)
            .containsAll(
                Arrays.stream(living.ids("users"))
                    .filter(before::contains)
                    .asLongStream()
                    .boxed()
                    .toList());
      }
    }
  }

  /** Before each of the next requests a user goes or one comes. */
  private static void disturb(StandInSource both, Estate living, Random random) {
    List<Integer> victims =
        new ArrayList<>(Arrays.stream(living.ids("users")).skip(1).boxed().toList());
    Collections.shuffle(victims, random);
    for (int request = 2; request < 40; request++) {
      String name = "late-" + request;
      int victim = victims.get(request);
      boolean adds = random.nextBoolean();
      both.standIn()
          .beforeRequest(
              "users",
              request,
              () -> {
                if (adds) {
                  living.create("users", Map.of("username", name));
                } else {
                  living.purge("users", victim);
                }
              });
    }
  }

  private List<Long> ids(String kind) {
    return Arrays.stream(estate.ids(kind)).asLongStream().boxed().toList();
  }
}
