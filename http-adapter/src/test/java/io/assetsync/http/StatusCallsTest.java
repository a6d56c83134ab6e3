package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.Samples;
import io.assetsync.http.HttpCalls.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusCallsTest {

  private final ServedSync served = new ServedSync();
  private final HttpCalls calls = served.calls();
  private final Gate gate = new Gate();

  @AfterEach
  void close() {
    gate.open();
    served.close();
  }

  @Test
  void status_beforeTheFirstRunKnowsNoSuccess() {
    JsonNode status = status();

    assertThat(status.path("active_run").isNull()).isTrue();
    assertThat(status.path("last_run").isNull()).isTrue();
    assertThat(status.path("stale_since").isNull()).isTrue();
    assertThat(status.path("freshness").toString())
        .isEqualTo(
            "{\"last_success\":null,\"age_seconds\":null,\"limit_seconds\":46800.0,\"fresh\":false}");
    assertThat(status.path("schedule").toString())
        .isEqualTo("{\"running\":false,\"timezone\":\"Europe/Berlin\",\"next\":null}");
  }

  @Test
  void status_showsTheRunUnderWay() {
    served.sync().source().lists(CompanyAttributes.TYPE, Samples.companies(1, 2, 3));
    calls.post("/sync/now");
    startRunThatStops();
    await().until(() -> !status().at("/active_run/phase").isNull());

    JsonNode run = status().path("active_run");

    assertThat(run.path("id").asLong()).isEqualTo(2);
    assertThat(run.path("phase").asText()).isEqualTo("reading");
    assertThat(run.path("expected_rows").asLong()).isEqualTo(3);
    assertThat(run.at("/types/0/step").asText()).isEqualTo("waiting");
    assertThat(status().at("/last_run/id").asLong()).isEqualTo(1);
  }

  @Test
  void status_isThatOfTheNextRunRightAfterItWasStarted() {
    startRunThatStops();

    assertThat(status().at("/active_run/id").asLong()).isEqualTo(1);
  }

  @Test
  void status_agesWithTheLastSuccess() {
    served.sync().source().lists(CompanyAttributes.TYPE, Samples.companies(1));
    calls.post("/sync/now");

    JsonNode freshness = status().path("freshness");

    assertThat(freshness.at("/last_success/id").asLong()).isEqualTo(1);
    assertThat(freshness.path("age_seconds").asDouble()).isBetween(30.0, 60.0);
    assertThat(freshness.path("fresh").asBoolean()).isTrue();
  }

  @Test
  void status_isMarkedAsStaleWhileTheDatabaseIsDown() {
    calls.post("/sync/now");
    served.sync().runs().fail();
    await().until(() -> !status().path("stale_since").isNull());

    Reply reply = calls.get("/sync/status");
    calls.post("/sync/scheduler/start");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/last_run/id").asLong()).isEqualTo(1);
    assertThat(status().at("/schedule/running").asBoolean()).isTrue();
    served.sync().runs().mend();
    await().until(() -> status().path("stale_since").isNull());
  }

  @Test
  void events_tellTheStateAtOnceAndWheneverItChanges() {
    try (EventClient client = new EventClient(calls.port(), "Last-Event-ID: 77")) {
      assertThat(client.head())
          .contains(
              "HTTP/1.1 200 OK", "Content-Type: text/event-stream", "Cache-Control: no-store");
      assertThat(client.next("status")).contains("\"active_run\":null");
      startRunThatStops();
      gate.awaitArrival();

      assertThat(client.next("run")).startsWith("{\"change\":\"started\",\"run\":{\"id\":1,");
      assertThat(client.next("status")).contains("\"active_run\":{\"id\":1,");
      gate.open();
      assertThat(client.next("run")).startsWith("{\"change\":\"ended\",\"run\":{\"id\":1,");
      assertThat(client.next("status")).contains("\"active_run\":null,\"last_run\":{\"id\":1,");
    }
  }

  @Test
  void events_endWhenTheServerStops() {
    try (EventClient client = new EventClient(calls.port())) {
      client.next("status");

      served.server().close();

      client.awaitEnd();
    }
  }

  @Test
  void events_ofHeadHaveNoBody() {
    Reply reply = calls.send("HEAD", "/sync/events", BodyPublishers.noBody());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
  }

  @Test
  void events_ofManyClientsHoldNoThreads() {
    List<EventClient> clients =
        IntStream.range(0, 200).mapToObj(i -> new EventClient(calls.port())).toList();
    try {
      clients.forEach(client -> client.next("status"));
      int connected = serverThreads();
      for (String change : List.of("start", "stop", "start")) {
        calls.post("/sync/scheduler/" + change);
        String running = "\"running\":" + change.equals("start");

        clients.forEach(client -> assertThat(client.next("status")).contains(running));
      }

      assertThat(connected).isLessThan(100);
      assertThat(serverThreads()).isLessThanOrEqualTo(connected + 2);
    } finally {
      clients.forEach(EventClient::close);
    }
  }

  private static int serverThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("asset-sync-"))
            .count();
  }

  private void startRunThatStops() {
    served.sync().source().before(CompanyAttributes.TYPE, 1, gate::pass);
    assertThat(calls.post("/sync").status()).isEqualTo(202);
  }

  private JsonNode status() {
    return calls.get("/sync/status").json();
  }
}
