package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.InMemoryAssetStore.Step;
import io.assetsync.core.testing.Samples;
import io.assetsync.http.HttpCalls.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCallsTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  private final ServedSync served = new ServedSync();
  private final HttpCalls calls = served.calls();
  private final Gate gate = new Gate();

  @AfterEach
  void close() {
    gate.open();
    served.close();
  }

  @Test
  void sync_schedulesARunAndSaysWhereItIs() {
    Reply reply = calls.post("/sync");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).isEqualTo("{\"status\":\"scheduled\",\"run_id\":1}");
    assertThat(reply.header("Location")).isEqualTo("/sync/runs/1");
    assertThat(calls.get("/sync/runs/1").json().path("trigger").asText()).isEqualTo("http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sync", "/sync/now"})
  void startingWhileARunIsUnderWay_isAConflictThatNamesIt(String path) {
    startRunThatStops();

    Reply reply = calls.post(path);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.problem()).isEqualTo("run-in-progress");
    assertThat(reply.json().path("run_id").asLong()).isEqualTo(1);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo("run 1 is under way; wait until it has ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sync", "/sync/now"})
  void startingWhileTheStoreIsDown_isUnavailable(String path) {
    served.sync().store().failAt(Step.BEGIN);

    Reply reply = calls.post(path);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.problem()).isEqualTo("store-failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sync", "/sync/now"})
  void startingInAMode_runsInIt(String path) {
    served.sync().sync();

    Reply reply = calls.post(path + "?mode=changes&accept_source=true");

    assertThat(reply.status()).isIn(200, 202);
    assertThat(served.sync().runs().latest(1).get(0).request())
        .isEqualTo(new RunRequest("http", RunMode.CHANGES, true));
  }

  @Test
  void approval_startsARunThatRemovesWhatWasHeld() {
    served
        .sync()
        .source()
        .lists(COMPANY, Samples.companies(LongStream.rangeClosed(1, 60).toArray()));
    served.sync().sync();
    served
        .sync()
        .source()
        .lists(COMPANY, Samples.companies(LongStream.rangeClosed(1, 30).toArray()));
    calls.post("/sync/now");
    assertThat(calls.get("/sync/runs/2").json().at("/types/0/held_ids")).hasSize(30);

    Reply reply = calls.post("/sync/runs/2/approval");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.header("Location")).contains("/sync/runs/3");
    await()
        .untilAsserted(
            () -> {
              JsonNode run = calls.get("/sync/runs/3").json();
              assertThat(run.path("outcome").asText()).isEqualTo("applied");
              assertThat(run.path("subject_run").asLong()).isEqualTo(2);
              assertThat(run.at("/totals/removed").asLong()).isEqualTo(30);
            });
  }

  @Test
  void approvalOfARunThatHoldsNothing_isAConflict() {
    served.sync().sync();

    Reply reply = calls.post("/sync/runs/1/approval");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.problem()).isEqualTo("run-unsuitable");
    assertThat(served.sync().runs().latest(9)).hasSize(1);
  }

  @Test
  void approvalOfAnUnknownRun_isNotFound() {
    Reply reply = calls.post("/sync/runs/999/approval");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(served.sync().runs().latest(9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode=",
        "mode=CHANGES",
        "mode=preview",
        "mode=full&mode=full",
        "mode",
        "mode=%66ull",
        "accept_source=1",
        "accept_source",
        "accept_source=true&accept_source=true"
      })
  void wordThatIsNone_isRefusedAndStartsNothing(String query) {
    Reply reply = calls.post("/sync?" + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isEqualTo("bad-request");
    assertThat(reply.json().path("detail").asText())
        .isIn(
            "the parameter mode must be one of full, changes, given once",
            "the parameter accept_source must be one of false, true, given once");
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @Test
  void now_answersWithTheReport() {
    served.sync().source().lists(COMPANY, Samples.companies(1, 2, 3));

    Reply reply = calls.post("/sync/now");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("outcome").asText()).isEqualTo("applied");
    assertThat(reply.json().path("totals").path("created").asInt()).isEqualTo(3);
    assertThat(reply.json().path("types").path(0).path("type").asText()).isEqualTo("company");
    assertThat(reply.json().path("types").path(0).path("rows").asInt()).isEqualTo(3);
    assertThat(reply.json().path("finished_at").isTextual()).isTrue();
    assertThat(reply.json().path("failure").isNull()).isTrue();
  }

  @Test
  void now_isASuccessWhenNothingChanged() {
    calls.post("/sync/now");

    Reply reply = calls.post("/sync/now");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("outcome").asText()).isEqualTo("unchanged");
  }

  @Test
  void now_isNoSuccessWhenSomethingWasHeld() {
    served.sync().source().lists(COMPANY, Samples.companies(1, 2, 3));
    calls.post("/sync/now");
    served
        .sync()
        .source()
        .lists(COMPANY, Samples.companies(1))
        .ends(COMPANY, new Completeness.Incomplete("two of three rows came"));

    Reply reply = calls.post("/sync/now");

    assertProblem(reply, 422, "run-held", "held");
    assertThat(reply.json().path("detail").asText()).contains("two of three rows came");
  }

  @Test
  void now_isNoSuccessWhenTheRunWasRefused() {
    served
        .sync()
        .source()
        .lists(COMPANY, Samples.unreadable(COMPANY, LongStream.rangeClosed(1, 50).toArray()));

    Reply reply = calls.post("/sync/now");

    assertProblem(reply, 422, "run-refused", "refused");
    JsonNode findings = reply.json().at("/run/types/0/findings");
    assertThat(findings).hasSize(20);
    assertThat(findings.get(0).path("kind").asText()).isEqualTo("rejected");
    assertThat(reply.json().at("/run/types/0/rejected").asInt()).isEqualTo(50);
  }

  @Test
  void now_isABadGatewayWhenTheSourceFails() {
    served
        .sync()
        .source()
        .failsAt(
            COMPANY,
            1,
            new SourceException(SourceException.Fault.REFUSED, "the token is not accepted"));

    Reply reply = calls.post("/sync/now");

    assertProblem(reply, 502, "source-failed", "failed");
    assertThat(reply.json().path("detail").asText()).isEqualTo("the token is not accepted");
    assertThat(reply.json().at("/run/failure/code").asText()).isEqualTo("source.refused");
  }

  @Test
  void now_isUnavailableWhenTheStoreFails() {
    served.sync().source().lists(COMPANY, Samples.companies(1));
    served.sync().store().failAt(Step.PLAN);

    assertProblem(calls.post("/sync/now"), 503, "store-failed", "failed");
  }

  @Test
  void now_isAConflictWhenTheRunIsCancelled() {
    stopTheRunAtItsFirstPage();
    CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> calls.post("/sync/now"));
    gate.awaitArrival();
    served.trigger().close();

    assertProblem(reply.join(), 409, "run-cancelled", "cancelled");
  }

  @Test
  void now_isAnInternalErrorWhenTheRunHitsABug() {
    served.sync().source().failsAt(COMPANY, 1, new IllegalStateException("planted secret"));

    Reply reply = calls.post("/sync/now");

    assertProblem(reply, 500, "internal", "failed");
    assertThat(reply.body()).doesNotContain("planted secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void now_isAcceptedWhenTheRunTakesLonger(String wait) {
    stopTheRunAtItsFirstPage();

    Reply reply = calls.post("/sync/now?wait=" + wait);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).isEqualTo("{\"status\":\"running\",\"run_id\":1}");
    assertThat(reply.header("Location")).isEqualTo("/sync/runs/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"601", "-1", "1.5", "abc", "", "1e3", "99999999999", "%36", "1&wait=2"})
  void now_refusesOtherWaitsAndStartsNothing(String wait) {
    Reply reply = calls.post("/sync/now?wait=" + wait);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo("the parameter wait must be one whole number from 0 to 600");
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @Test
  void run_underWayIsShownAsRunning() {
    startRunThatStops();

    Reply reply = calls.get("/sync/runs/1");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("outcome").asText()).isEqualTo("running");
    assertThat(reply.json().path("finished_at").isNull()).isTrue();
    assertThat(reply.json().path("duration_seconds").asDouble()).isPositive();
  }

  @Test
  void run_unknownIsNotFound() {
    Reply reply = calls.get("/sync/runs/999999999999999999");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo("there is no run 999999999999999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "abc", "1.0", "9999999999999999999", "%2e", "%20"})
  void run_withABadIdIsABadRequest(String id) {
    Reply reply = calls.get("/sync/runs/" + id);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isEqualTo("bad-request");
  }

  @Test
  void runs_areListedNewestFirst() {
    calls.post("/sync/now");
    calls.post("/sync/now");

    JsonNode runs = calls.get("/sync/runs").json().path("runs");

    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).path("id").asInt()).isEqualTo(2);
    assertThat(runs.get(0).has("totals")).isTrue();
    assertThat(runs.get(0).has("types")).isFalse();
  }

  @Test
  void runs_areLimited() {
    calls.post("/sync/now");
    calls.post("/sync/now");

    assertThat(calls.get("/sync/runs?limit=1").json().path("runs")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "x"})
  void runs_refuseOtherLimits(String limit) {
    Reply reply = calls.get("/sync/runs?limit=" + limit);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("detail").asText())
        .isEqualTo("the parameter limit must be one whole number from 1 to 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sync/runs", "/sync/runs/1"})
  void runs_areUnavailableWhileTheStoreIsDown(String path) {
    served.sync().runs().fail();

    Reply reply = calls.get(path);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.problem()).isEqualTo("store-failed");
  }

  private void startRunThatStops() {
    stopTheRunAtItsFirstPage();
    calls.post("/sync");
    gate.awaitArrival();
  }

  private void stopTheRunAtItsFirstPage() {
    served.sync().source().before(COMPANY, 1, gate::pass);
  }

  /** The body carries the run, whatever became of it. */
  private static void assertProblem(Reply reply, int status, String type, String outcome) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.problem()).isEqualTo(type);
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().at("/run/outcome").asText()).isEqualTo(outcome);
    assertThat(reply.json().path("run_id").asLong())
        .isEqualTo(reply.json().at("/run/id").asLong())
        .isPositive();
  }
}
