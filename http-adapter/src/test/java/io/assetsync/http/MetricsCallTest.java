package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.http.HttpCalls.Reply;
import org.junit.jupiter.api.Test;

class MetricsCallTest {

  @Test
  void answers_areCountedByCallAndNeverByPath() {
    try (ServedSync served = new ServedSync()) {
      HttpCalls calls = served.calls();
      calls.get("/health/live");
      calls.get("/sync/runs/4711");
      calls.get("/no/such/path?token=hush");
      calls.post("/health/live");

      await()
          .untilAsserted(
              () ->
                  assertThat(served.metrics().text().lines())
                      .containsExactlyInAnyOrder(
                          "GET /health/live 200",
                          "GET /sync/runs/{id} 404",
                          "other 404",
                          "other 405"));
    }
  }

  @Test
  void metrics_areSentAsTheyAre() {
    try (ServedSync served = new ServedSync()) {
      served.calls().get("/health/live");

      await().until(() -> !served.metrics().text().isEmpty());
      Reply reply = served.calls().get("/metrics");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Type"))
          .isEqualToIgnoringCase("text/plain; version=0.0.4; charset=utf-8");
      assertThat(reply.body()).isEqualTo("GET /health/live 200");
    }
  }
}
