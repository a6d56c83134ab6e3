package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.SupplierAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings that move, shrink, lie or break while they are read. */
final class ListingIT {

  private static final EntityType USER = UserAttributes.TYPE;
  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  private final Estate estate = Estate.invented(7, 300);

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 100, 1000})
  void pageSize_isTheServersAndAdvancesByWhatCame(int maxResults) {
    try (StandInSource both =
        StandInSource.of(
            server -> server.serving(estate).maxResults(maxResults), config -> config)) {
      Reading reading = Reading.of(both.source(), USER);

      assertComplete(reading, ids("users"));
    }
  }

  @Test
  void calls_areNoMoreThanThePagesNeed() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      Reading reading = Reading.of(both.source(), USER);

      int users = ids("users").size();
      assertThat(reading.rows()).isEqualTo(users);
      assertThat(both.standIn().requests().to("users")).isLessThanOrEqualTo((users + 8) / 9 + 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9, 25})
  void rowsRemovedBehindTheReader_hideNoOthers(int removed) {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      List<Long> users = ids("users");
      both.standIn()
          .beforeRequest(
              "users",
              4,
              () -> users.stream().skip(1).limit(removed).forEach(id -> purge("users", id)));
      Reading reading = Reading.of(both.source(), USER);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsAll(ids("users"));
    }
  }

  @Test
  void rowsRemovedBeforeEveryPage_hideNoOthers() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      List<Long> users = ids("users");
      for (int request = 2; request < 12; request++) {
        long victim = users.get(request - 1);
        both.standIn().beforeRequest("users", request, () -> purge("users", victim));
      }
      Reading reading = Reading.of(both.source(), USER);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsAll(ids("users"));
    }
  }

  @Test
  void rowsRemovedNearlyAll_leaveTheRestToBeRead() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      List<Long> users = ids("users");
      both.standIn()
          .beforeRequest(
              "users",
              3,
              () ->
                  users.stream().skip(1).limit(users.size() - 4).forEach(id -> purge("users", id)));
      Reading reading = Reading.of(both.source(), USER);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsAll(users.subList(users.size() - 3, users.size()));
    }
  }

  @Test
  void rowsAddedMeanwhile_areReadToo() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      both.standIn()
          .beforeRequest("users", 2, () -> estate.create("users", Map.of("username", "late")));
      Reading reading = Reading.of(both.source(), USER);

      assertComplete(reading, ids("users"));
    }
  }

  @Test
  void rowThatAppearsBehindTheReader_isReadInASecondReading() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      int first = estate.ids("locations")[0];
      for (int i = 0; i < 30; i++) {
        estate.create("locations", Map.of("name", "Place " + i));
      }
      estate.delete("locations", first);
      both.standIn().beforeRequest("locations", 3, () -> estate.restore("locations", first));
      Reading reading = Reading.of(both.source(), LocationAttributes.TYPE);

      assertComplete(reading, ids("locations"));
    }
  }

  @Test
  void suppliers_areReadInTheOrderOfTheirNames() {
    for (int i = 0; i < 40; i++) {
      estate.create("suppliers", Map.of("name", "Supplier " + (i * 17 % 40)));
    }
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      int first = estate.ids("suppliers")[0];
      both.standIn().beforeRequest("suppliers", 3, () -> estate.purge("suppliers", first));
      Reading reading = Reading.of(both.source(), SupplierAttributes.TYPE);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).containsAll(ids("suppliers"));
    }
  }

  @Test
  void listing_thatIsEmptyIsComplete() throws Exception {
    try (CannedServer server = new CannedServer(query -> page(0, LongStream.empty()));
        SnipeItSource source = server.source()) {
      assertComplete(Reading.of(source, COMPANY), List.of());
    }
  }

  @Test
  void listing_thatIsEmptyForOnePageOnlyIsReadOn() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      both.standIn().inject(Fault.emptyListing().onPath("users").onRequest(3));
      Reading reading = Reading.of(both.source(), USER);

      assertComplete(reading, ids("users"));
    }
  }

  @Test
  void emptyPage_isNotTheEndWhileMoreRowsAreCounted() throws Exception {
    assertGap(
        query -> offset(query) == 0 ? page(30, ids(1, 10)) : page(30, LongStream.empty()),
        "an empty page came at row 9 of 30");
  }

  @Test
  void page_thatComesAgainAndAgainIsNoticed() throws Exception {
    assertGap(
        query -> page(100, ids(1, 10)), "the page at row 36 of 100 repeats rows already seen");
  }

  @Test
  void rowsFewerThanCounted_areNoticed() throws Exception {
    assertGap(
        query -> offset(query) == 0 ? page(12, ids(1, 10)) : page(12, LongStream.of(10, 11)),
        "11 rows were listed where Snipe-IT counts 12");
  }

  @Test
  void order_thatIsNotKeptIsNoticed() throws Exception {
    try (CannedServer server =
            new CannedServer(
                query ->
                    page(
                        25,
                        ids(25 - offset(query) - 9, 25 - offset(query))
                            .map(i -> -i)
                            .sorted()
                            .map(i -> -i)
                            .filter(i -> i > 0)));
        SnipeItSource source = server.source()) {
      Reading reading = Reading.of(source, COMPANY);

      assertThat(reading.gap())
          .isEqualTo("/companies came in another order than that of id, which was asked for");
      assertThat(reading.ids()).hasSize(25);
    }
  }

  @Test
  void order_doesNotMatterInASinglePage() throws Exception {
    try (CannedServer server = new CannedServer(query -> page(3, LongStream.of(9, 4, 7)));
        SnipeItSource source = server.source()) {
      assertComplete(Reading.of(source, COMPANY), List.of(4L, 7L, 9L));
    }
  }

  @Test
  void rowTwiceInASinglePage_doesNotCountTwice() throws Exception {
    assertGap(
        query -> page(3, LongStream.of(4, 4, 7)), "2 rows were listed where Snipe-IT counts 3");
  }

  @Test
  void rowWithoutId_isRejectedAndTheSeamsStillHold() throws Exception {
    try (CannedServer server =
            new CannedServer(
                query ->
                    page(25, ids(offset(query) + 1, Math.min(25, offset(query) + 10)))
                        .replace("{\"id\":10}", "{\"name\":\"x\"}"));
        SnipeItSource source = server.source()) {
      Reading reading = Reading.of(source, COMPANY);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.byId()).hasSize(24);
      assertThat(reading.rejects()).isNotEmpty().allMatch(reject -> reject.key().isEmpty());
    }
  }

  @Test
  void serverThatFailsOnLargePages_isAskedForSmallerOnes() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      both.standIn().inject(Fault.serverErrorAbove(3).always());
      Reading reading = Reading.of(both.source(), USER);

      assertComplete(reading, ids("users"));
    }
  }

  @Test
  void serverThatRecovers_isAskedForLargePagesAgain() throws Exception {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      both.standIn().inject(Fault.serverErrorAbove(3).onPath("users?sort=id").times(2));
      Reading.of(both.source(), USER);

      List<String> latest =
          both.standIn().requests().latest().stream()
              .filter(request -> request.contains("sort=id"))
              .toList();
      assertThat(latest.get(0)).contains("limit=10&");
      assertThat(latest.get(2)).contains("limit=2&");
      assertThat(latest.get(latest.size() - 1)).contains("limit=10&");
    }
  }

  @Test
  void rowsFewerThanCountedAtFirst_areNoticed() throws Exception {
    assertGap(
        query ->
            offset(query) == 0
                ? page(26, ids(1, 10))
                : page(25, ids(offset(query) + 1, Math.min(25, offset(query) + 10))),
        "25 rows were listed where Snipe-IT counted 26 at first");
  }

  @Test
  void rowsThatVanishHalfWay_makeTheListingBeReadAgain() throws Exception {
    AtomicInteger firstPages = new AtomicInteger();
    try (CannedServer server =
            new CannedServer(
                query ->
                    offset(query) == 0 && firstPages.getAndIncrement() == 0
                        ? page(337, ids(1, 10))
                        : page(25, ids(offset(query) + 1, Math.min(25, offset(query) + 10))));
        SnipeItSource source = server.source()) {
      Reading reading = Reading.of(source, COMPANY);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(firstPages.get()).isEqualTo(2);
    }
  }

  @Test
  void answerWithoutEnd_isGivenUp() throws Exception {
    String endless = "{\"total\":1,\"rows\":[" + " ".repeat(65 * 1024 * 1024);
    try (CannedServer server = new CannedServer(query -> endless);
        SnipeItSource source = server.source()) {
      assertThatExceptionOfType(SourceException.class)
          .isThrownBy(() -> Reading.of(source, COMPANY))
          .withMessageStartingWith("the answer is too large; ask for smaller pages");
    }
  }

  @Test
  void serverThatAlwaysFails_isGivenUp() {
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      both.standIn().inject(Fault.serverError().always());

      assertThatExceptionOfType(SourceException.class)
          .isThrownBy(() -> Reading.of(both.source(), USER))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(SourceException.Fault.UNAVAILABLE))
          .withMessageContaining("laravel.log");
    }
  }

  private static void assertGap(Function<Map<String, String>, String> body, String evidence)
      throws Exception {
    try (CannedServer server = new CannedServer(body);
        SnipeItSource source = server.source()) {
      assertThat(Reading.of(source, COMPANY).gap())
          .isEqualTo("/companies could not be proved complete in 3 readings: " + evidence);
      assertThat(server.queries()).hasSizeLessThan(25);
    }
  }

  private static void assertComplete(Reading reading, List<Long> ids) {
    assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(reading.ids()).isEqualTo(ids);
    assertThat(reading.rejects()).isEmpty();
  }

  private void purge(String kind, long id) {
    estate.purge(kind, Math.toIntExact(id));
  }

  private List<Long> ids(String kind) {
    return Arrays.stream(estate.ids(kind)).asLongStream().boxed().toList();
  }

  private static LongStream ids(int first, int last) {
    return IntStream.rangeClosed(first, last).asLongStream();
  }

  private static int offset(Map<String, String> query) {
    return Integer.parseInt(query.getOrDefault("offset", "0"));
  }

  private static String page(long total, LongStream ids) {
    return ids.mapToObj(id -> "{\"id\":" + id + "}")
        .collect(Collectors.joining(",", "{\"total\":" + total + ",\"rows\":[", "]}"));
  }
}
