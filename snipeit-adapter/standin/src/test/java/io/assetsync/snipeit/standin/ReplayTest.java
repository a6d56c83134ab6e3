package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.snipeit.standin.Corpus.Exchange;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every recorded call is made again, to a stand-in that serves the recorded rows: status, type,
 * headers that matter and body must be the recorded ones. What is not compared is listed below with
 * the reason.
 */
class ReplayTest {

  /** Files by the beginning of their names, and why they are not replayed. */
  private static final Map<String, String> NOT_REPLAYED =
      Map.ofEntries(
          Map.entry("ops/throttle-", "the window is replayed as a whole in ThrottleTest"),
          Map.entry("ops/db-down-", "replayed with the fault in FaultReplayTest"),
          Map.entry("ops/maintenance-", "replayed with the fault in FaultReplayTest"),
          Map.entry("ops/500-", "replayed with the fault in FaultReplayTest"),
          Map.entry("ops/proxy-502", "replayed with the fault in FaultReplayTest"),
          Map.entry("err/param-filter-string", "the filter parameter is not modelled"),
          Map.entry("detail/hardware-filter-", "the filter parameter is not modelled"),
          Map.entry("err/param-search-array", "search is not modelled"),
          Map.entry("detail/hardware-odd-", "search is not modelled"),
          Map.entry("list__hardware__search", "search is not modelled"),
          Map.entry("list__users__search", "search is not modelled"),
          Map.entry("list__locations__search", "search is not modelled"),
          Map.entry("list__licenses__search", "search is not modelled"),
          Map.entry("list__maintenances__search", "search is not modelled"),
          Map.entry("list__reports-activity__search", "search is not modelled"),
          Map.entry("list__models__search", "search is not modelled"),
          Map.entry("detail/hardware-sort-custom-field", "sorting by custom field is not modelled"),
          Map.entry("detail/hardware-sort-location", "sorting by two keys is not modelled"),
          Map.entry("detail/hardware-list-components", "components are not modelled"),
          Map.entry("detail/hardware-with-components", "components are not modelled"),
          Map.entry(
              "detail/hardware-all-custom-fields-as-viewer",
              "recorded rows are shown alike to all"),
          Map.entry("err/noperm-403-no-accept", "the recorded page is cut"),
          Map.entry("err/viewer-settings", "settings are not served"));

  /** Paths by their beginnings, of kinds and sub-resources that are not served. */
  private static final List<String> NOT_SERVED =
      List.of(
          "account",
          "reports/depreciation",
          "settings",
          "hardware/audits",
          "hardware/checkins",
          "hardware/selectlist",
          "hardware/1/",
          "hardware/88/",
          "locations/11/",
          "locations/1/",
          "models/1/",
          "statuslabels/1/",
          "statuslabels/assets",
          "users/64/",
          "users/7/",
          "users/selectlist",
          "users/999999/assets");

  private final Corpus corpus = Corpus.find();
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder()
          .serving(corpus.recording())
          .throttlePerMinute(1_000_000)
          .token("viewer", 60)
          .token("no permission", 61)
          .token("assets only", 62)
          .token("inactive", 63)
          .build()
          .start();

  @AfterEach
  void close() {
    standIn.close();
  }

  @TestFactory
  Stream<DynamicTest> recordedCall_isAnsweredAsRecorded() {
    return replayed().map(call -> dynamicTest(call.file(), () -> replay(call)));
  }

  @Test
  void exceptions_areAllNeeded() {
    List<String> files = corpus.exchanges().stream().map(Exchange::file).toList();
    assertThat(NOT_REPLAYED.keySet())
        .allSatisfy(start -> assertThat(files).anyMatch(file -> file.startsWith(start)));
    assertThat(NOT_SERVED)
        .allSatisfy(
            start ->
                assertThat(corpus.exchanges())
                    .anyMatch(call -> call.path().startsWith("/api/v1/" + start)));
  }

  @Test
  void replay_coversMostOfTheCorpus() {
    assertThat(replayed().count()).isGreaterThan(550);
  }

  private Stream<Exchange> replayed() {
    return corpus.exchanges().stream()
        .filter(call -> call.method().equals("GET") || call.method().equals("HEAD"))
        .filter(call -> NOT_REPLAYED.keySet().stream().noneMatch(call.file()::startsWith))
        .filter(
            call ->
                NOT_SERVED.stream().noneMatch(path -> call.path().startsWith("/api/v1/" + path)));
  }

  private void replay(Exchange call) {
    HttpResponse<String> answer =
        new Client(standIn, authorization(call)).send(call.method(), call.path(), call.accept());
    Replays.assertSameHead(answer, call);
    if (!call.header("content-type").startsWith("application/json")) {
      assertThat(Replays.withoutHost(answer.body()))
          .isEqualTo(Replays.withoutHost(corpus.text(call.file())));
      return;
    }
    if (call.method().equals("HEAD")) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    JsonNode recorded = corpus.json(call.file());
    JsonNode actual = Corpus.parse(answer.body());
    if (recorded.equals(actual) || !recorded.path("rows").isArray()) {
      assertThat(answer.body()).isEqualTo(corpus.text(call.file()));
      return;
    }
    ListComparison.of(call.path(), recorded, actual).assertSameButForTies();
  }

  private String authorization(Exchange call) {
    return switch (call.who()) {
      case "super", "super2" -> "Bearer " + standIn.token();
      case "view" -> "Bearer viewer";
      case "noperm" -> "Bearer no permission";
      case "assetsonly" -> "Bearer assets only";
      case "inactive" -> "Bearer inactive";
      default -> call.file().contains("bad-token") ? "Bearer garbage" : "";
    };
  }
}
