package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Completeness;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows on which the server fails, among the companies 1 to 25. */
final class LostRowsIT {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "9", "10", "24", "9,10", "0,1,2", "3,17,24"})
  void rowThatCannotBeHad_isLeftOutAndTheRestIsRead(String positions) throws Exception {
    List<Long> lost = Pattern.compile(",").splitAsStream(positions).map(Long::valueOf).toList();
    try (CannedServer server = new CannedServer(query -> failingOn(lost, query));
        SnipeItSource source = server.source()) {
      Reading reading = Reading.of(source, COMPANY);

      assertThat(reading.ids())
          .isEqualTo(companies().filter(id -> !lost.contains(id - 1)).toList());
      assertThat(reading.rejects())
          .extracting(reject -> reject.reason().replaceFirst(":.*", ""))
          .isEqualTo(
              lost.stream().map(at -> "the row at position " + at + " cannot be had").toList());
      assertThat(reading.rejects()).allMatch(reject -> reject.key().isEmpty());
      assertThat(reading.gap())
          .startsWith(
              "/companies: the row at position " + lost.get(0) + " cannot be had: Snipe-IT fails");
    }
  }

  @Test
  void pagesBehindARowThatCannotBeHad_areLargeAgain() throws Exception {
    try (CannedServer server = new CannedServer(query -> failingOn(List.of(3L), query));
        SnipeItSource source = server.source()) {
      Reading.of(source, COMPANY);

      Map<String, String> latest = server.queries().get(server.queries().size() - 1);
      assertThat(latest).containsEntry("limit", "10");
      assertThat(server.queries()).hasSizeLessThan(20);
    }
  }

  @Test
  void rowsThatCannotBeHad_areGivenUpWhenTheyAreTooMany() throws Exception {
    List<Long> all = LongStream.range(0, 25).boxed().toList();
    try (CannedServer server = new CannedServer(query -> failingOn(all, query));
        SnipeItSource source = server.source()) {
      assertThatExceptionOfType(SourceException.class)
          .isThrownBy(() -> Reading.of(source, COMPANY))
          .withMessageStartingWith("Snipe-IT fails with an error of its own");
      assertThat(server.queries()).hasSizeLessThan(60);
    }
  }

  @Test
  void serverThatFailsForAWhile_losesNoRow() throws Exception {
    AtomicInteger failures = new AtomicInteger(6);
    try (CannedServer server =
            new CannedServer(
                query ->
                    offset(query) >= 9 && failures.getAndDecrement() > 0
                        ? ""
                        : failingOn(List.of(), query));
        SnipeItSource source = server.source()) {
      Reading reading = Reading.of(source, COMPANY);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids()).isEqualTo(companies().toList());
      assertThat(reading.rejects()).isEmpty();
    }
  }

  @Test
  void rowThatComesOnlyAlone_isReadButProvesNothing() throws Exception {
    try (CannedServer server =
            new CannedServer(
                query ->
                    offset(query) == 9 && !query.get("limit").equals("1")
                        ? ""
                        : failingOn(List.of(), query));
        SnipeItSource source = server.source()) {
      Reading reading = Reading.of(source, COMPANY);

      assertThat(reading.ids()).isEqualTo(companies().toList());
      assertThat(reading.gap())
          .isEqualTo("/companies: the row at position 10 came only without the one before it");
    }
  }

  private static Stream<Long> companies() {
    return LongStream.rangeClosed(1, 25).boxed();
  }

  /** Returns a page of the companies, or an error if a row at one of the places is in it. */
  private static String failingOn(List<Long> positions, Map<String, String> query) {
    int from = offset(query);
    int to = Math.min(25, from + Integer.parseInt(query.get("limit")));
    return LongStream.range(from, to).anyMatch(positions::contains)
        ? ""
        : LongStream.range(from, to)
            .mapToObj(row -> "{\"id\":" + (row + 1) + "}")
            .collect(Collectors.joining(",", "{\"total\":25,\"rows\":[", "]}"));
  }

  private static int offset(Map<String, String> query) {
    return Integer.parseInt(query.get("offset"));
  }
}
