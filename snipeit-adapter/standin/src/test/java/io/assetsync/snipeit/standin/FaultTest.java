package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {

  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder().serving(Estate.invented(3, 400)).build().start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void fault_hitsTheNextRequestOnce() {
    standIn.inject(Fault.serverError());
    assertThat(statuses("version", 2)).containsExactly(500, 200);
  }

  @Test
  void fault_keepsToItsPathItsTurnAndItsNumber() {
    standIn.inject(Fault.forbidden().onPath("hardware").onRequest(2).times(2));
    assertThat(statuses("users?limit=1", 3)).containsExactly(200, 200, 200);
    assertThat(statuses("hardware?limit=1", 5)).containsExactly(200, 403, 403, 200, 200);
  }

  @Test
  void fault_keepsToItsParameters() {
    standIn.inject(Fault.badGateway().onPath("hardware?status=Deleted").always());
    assertThat(statuses("hardware?limit=1", 1)).containsExactly(200);
    assertThat(statuses("hardware?limit=1&status=Deleted", 2)).containsExactly(502, 502);
  }

  @Test
  void fault_withAStarHitsEverythingBelow() {
    standIn.inject(Fault.unauthorized().onPath("hardware/*").always());
    assertThat(statuses("hardware?limit=1", 1)).containsExactly(200);
    assertThat(statuses("hardware/5", 1)).containsExactly(401);
  }

  @Test
  void clearedFaults_hitNothing() {
    standIn.inject(Fault.serverError().always());
    standIn.clearFaults();
    assertThat(statuses("version", 1)).containsExactly(200);
  }

  @Test
  void redirects_leadToSetupAndLogin() {
    standIn.inject(Fault.databaseDown());
    standIn.inject(Fault.loginRedirect().onRequest(2));
    assertThat(Replays.header(client.get("hardware"), "location"))
        .isEqualTo(standIn.url() + "/setup");
    assertThat(Replays.header(client.get("hardware"), "location"))
        .isEqualTo(standIn.url() + "/login");
  }

  @Test
  void htmlPage_comesWithStatus200() {
    standIn.inject(Fault.htmlPage());
    HttpResponse<String> answer = client.get("hardware");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Replays.header(answer, "content-type")).startsWith("text/html");
  }

  @Test
  void redirect_mayLeadToAnotherHost() {
    standIn.inject(Fault.redirect("https://elsewhere.example/api/v1/hardware"));
    HttpResponse<String> answer = client.get("hardware");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Replays.header(answer, "location"))
        .isEqualTo("https://elsewhere.example/api/v1/hardware");
  }

  @Test
  void pages_comeInPlaceOfJson() {
    standIn.inject(Fault.forbiddenPage());
    standIn.inject(Fault.maintenancePage().onRequest(2));
    for (int status : List.of(403, 503)) {
      HttpResponse<String> answer = client.get("hardware");
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(Replays.header(answer, "content-type")).startsWith("text/html");
    }
  }

  @Test
  void httpError_hasItsNumberAsMessage() {
    standIn.inject(Fault.httpError(409));
    HttpResponse<String> answer = client.get("hardware");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("{\"status\":\"error\",\"messages\":409,\"payload\":null}");
  }

  @Test
  void bodies_goWrongWithStatus200() {
    standIn.inject(Fault.emptyBody());
    standIn.inject(Fault.garbage().onRequest(2));
    standIn.inject(Fault.emptyListing().onRequest(3));
    standIn.inject(Fault.errorEnvelope("Something odd").onRequest(4));
    standIn.inject(Fault.cutJson().onRequest(5));
    List<String> bodies =
        IntStream.range(0, 5).mapToObj(call -> client.get("companies").body()).toList();
    String whole = client.get("companies").body();
    assertThat(bodies)
        .containsExactly(
            "",
            "{\"total\":3,\"rows\":[{\"id\":1,}}",
            "{\"total\":0,\"rows\":[]}",
            "{\"status\":\"error\",\"messages\":\"Something odd\",\"payload\":null}",
            whole.substring(0, whole.length() / 2));
  }

  @Test
  void truncatedBody_endsBeforeItsAnnouncedLength() {
    standIn.inject(Fault.truncatedBody());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> client.sendOrFail("GET", "/api/v1/hardware", "application/json"))
        .withMessageContaining("fixed content-length");
  }

  @Test
  void connectionCut_endsWithoutTheLastChunk() {
    standIn.inject(Fault.connectionCut());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> client.sendOrFail("GET", "/api/v1/hardware", "application/json"))
        .withMessageContaining("chunked");
  }

  @Test
  void stalledBody_goesOnWhenReleased() throws Exception {
    standIn.inject(Fault.stalledBody());
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> client.get("hardware"));
    assertThat(standIn.awaitStalled(Duration.ofSeconds(10))).isTrue();
    assertThat(answer).isNotDone();
    standIn.releaseStalled();
    assertThat(Corpus.parse(answer.get(10, TimeUnit.SECONDS).body()).get("rows")).isNotEmpty();
  }

  @Test
  void stalledBody_doesNotKeepTheStandInOpen() throws Exception {
    standIn.inject(Fault.stalledBody());
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> client.get("hardware"));
    assertThat(standIn.awaitStalled(Duration.ofSeconds(10))).isTrue();
    assertThat(answer).isNotDone();
    standIn.close();
    assertThat(answer.handle((got, failure) -> "over"))
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo("over");
  }

  @Test
  void serverErrorAbove_sparesSmallPages() {
    standIn.inject(Fault.serverErrorAbove(100).onPath("hardware").always());
    assertThat(statuses("hardware?limit=500", 1)).containsExactly(500);
    assertThat(statuses("hardware?limit=100", 1)).containsExactly(200);
  }

  @Test
  void tooManyRequests_comeInEveryShape() {
    for (ThrottleShape shape : ThrottleShape.values()) {
      standIn.inject(Fault.tooManyRequests(shape, Duration.ofSeconds(367_946_340)));
      HttpResponse<String> answer = client.get("hardware");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(Replays.header(answer, "retry-after"))
          .isEqualTo(shape == ThrottleShape.ANNOUNCED ? "367946340" : "");
    }
  }

  @Test
  void numbersBelowOne_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.serverError().onRequest(0))
        .withMessage("The request counts from 1, not 0");
  }

  private List<Integer> statuses(String path, int calls) {
    return IntStream.range(0, calls).mapToObj(call -> client.get(path).statusCode()).toList();
  }
}
