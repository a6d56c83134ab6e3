package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Snapshot;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages fetched at the same time, and the rate of calls. */
final class PaceIT {

  private final Estate estate = Estate.invented(7, 1_000);
  private final int users = estate.ids("users").length;

  @Test
  void pagesBehindTheFirst_areFetchedAtTheSameTime() {
    try (StandInSource both = source(10, Pace.DEFAULT, 120)) {
      CountDownLatch together = new CountDownLatch(3);
      for (int request = 2; request <= 4; request++) {
        both.standIn().beforeRequest("users?sort=id", request, () -> meet(together));
      }
      assertThat(read(both)).isEqualTo(Completeness.COMPLETE);
      assertThat(together.getCount()).isZero();
    }
  }

  @Test
  void pages_areFetchedOneByOneWhereOnlyOneCallMayBeUnderWay() {
    try (StandInSource both = source(10, Pace.DEFAULT.withParallel(1), 120)) {
      assertThat(read(both)).isEqualTo(Completeness.COMPLETE);
      List<String> asked =
          both.standIn().requests().latest().stream()
              .filter(request -> request.contains("sort=id"))
              .toList();
      for (int page = 0; page < asked.size(); page++) {
        assertThat(asked.get(page)).endsWith("&offset=" + page * 9);
      }
    }
  }

  @Test
  void failureOfAPageAhead_showsWhenItsTurnComes() {
    try (StandInSource both = source(10, Pace.DEFAULT, 120)) {
      both.standIn().inject(Fault.unauthorized().onPath("users?offset=27").always());
      List<Page> pages = new ArrayList<>();
      SourceException failure = null;
      try (Snapshot snapshot = both.source().open(UserAttributes.TYPE)) {
        for (Optional<Page> page = snapshot.next(); page.isPresent(); page = snapshot.next()) {
          pages.add(page.get());
        }
      } catch (SourceException e) {
        failure = e;
      }

      assertThat(failure).hasMessageContaining("does not accept the token");
      assertThat(pages).hasSize(3);
    }
  }

  @Test
  void snapshotClosedHalfWay_leavesNoThread() {
    long before = readerThreads();
    try (StandInSource both = source(10, Pace.DEFAULT.withParallel(8), 120)) {
      try (Snapshot snapshot = both.source().open(UserAttributes.TYPE)) {
        snapshot.next();
        snapshot.next();
      }
    }
    await().until(() -> readerThreads() <= before);
  }

  @Test
  void cost_countsThePagesFetchedAhead() {
    try (StandInSource both = source(10, Pace.DEFAULT, 120);
        Snapshot snapshot = both.source().open(UserAttributes.TYPE)) {
      for (Optional<Page> page = snapshot.next(); page.isPresent(); page = snapshot.next()) {
        assertThat(page.get().entities()).isNotEmpty();
      }

      assertThat(snapshot.cost().calls()).isEqualTo(both.standIn().requests().total());
      assertThat(snapshot.cost().bytes()).isEqualTo(both.standIn().requests().bytesSent());
    }
  }

  @ParameterizedTest
  @CsvSource({"120,1,3", "120,1,8", "120,1,1", "60,1,3", "120,0.75,3", "7,1,8", "3,0.75,2"})
  void rate_isUsedUpAndNeverExceeded(int perMinute, double share, int parallel) {
    int rows = perMinute < 10 ? 10 : 2;
    try (StandInSource both =
        source(rows, Pace.DEFAULT.withShare(share).withParallel(parallel), perMinute)) {
      List<Integer> callsUntil = new ArrayList<>(List.of(0));
      both.time().beforeSleep(() -> callsUntil.add(both.standIn().requests().total()));
      assertThat(read(both)).isEqualTo(Completeness.COMPLETE);

      assertThat(both.standIn().requests().answered(429)).isZero();
      assertThat(callsUntil).hasSizeGreaterThan(3);
      int granted = (int) (perMinute * share);
      for (int window = 1; window < callsUntil.size(); window++) {
        assertThat(callsUntil.get(window) - callsUntil.get(window - 1))
            .isBetween((int) Math.ceil(granted * 0.95), granted);
      }
    }
  }

  @Test
  void rate_isSharedWithOthersWhoUseTheAccount() {
    try (StandInSource both = source(2, Pace.DEFAULT, 120)) {
      for (int request = 5; request < users; request += 25) {
        both.standIn().beforeRequest("users", request, () -> callAsAnother(both.standIn(), 8));
      }
      assertThat(read(both)).isEqualTo(Completeness.COMPLETE);

      assertThat(both.standIn().requests().answered(429)).isZero();
      assertThat(both.time().sleeps()).isNotEmpty();
    }
  }

  private Completeness read(StandInSource both) {
    Reading reading = Reading.of(both.source(), UserAttributes.TYPE);
    assertThat(reading.byId()).hasSize(users);
    return reading.completeness();
  }

  private StandInSource source(int rows, Pace pace, int perMinute) {
    return StandInSource.of(
        server -> server.serving(estate).throttlePerMinute(perMinute),
        config -> config.withPaging(new Paging(rows, rows)).withPace(pace));
  }

  private static void meet(CountDownLatch together) {
    together.countDown();
    try {
      together.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void callAsAnother(SnipeItStandIn standIn, int calls) {
    try {
      for (int call = 0; call < calls; call++) {
        HttpURLConnection connection =
            (HttpURLConnection) standIn.url().resolve("/api/v1/version").toURL().openConnection();
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Authorization", "Bearer " + standIn.token());
        assertThat(connection.getResponseCode()).isEqualTo(200);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long readerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("snipe-it-reader"))
        .count();
  }
}
