package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.http.HttpCalls.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleCallsTest {

  private final ServedSync served = new ServedSync();
  private final HttpCalls calls = served.calls();

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void schedule_hasTheKeysThatClientsKnowFirst() {
    calls.post("/sync/scheduler/start");

    Reply reply = calls.get("/sync/schedule");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.body())
        .isEqualTo(
            "{\"next_scheduled_runs\":{"
                + "\"Asset Sync 20:00\":\"2025-01-31T20:00:00\","
                + "\"Asset Sync 08:00\":\"2025-02-01T08:00:00\"},"
                + "\"scheduler_running\":true,"
                + "\"timezone\":\"Europe/Berlin\","
                + "\"upcoming\":["
                + "{\"name\":\"Asset Sync 20:00\",\"at\":\"2025-01-31T20:00:00+01:00\",\"mode\":\"full\"},"
                + "{\"name\":\"Asset Sync 08:00\",\"at\":\"2025-02-01T08:00:00+01:00\",\"mode\":\"full\"}]}");
  }

  @Test
  void schedule_isEmptyWhileStopped() {
    Reply reply = calls.get("/sync/schedule");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo(
            "{\"next_scheduled_runs\":{},\"scheduler_running\":false,"
                + "\"timezone\":\"Europe/Berlin\",\"upcoming\":[]}");
  }

  @Test
  void startAndStop_areIdempotent() {
    for (int i = 0; i < 2; i++) {
      Reply started = calls.post("/sync/scheduler/start");
      assertThat(started.status()).isEqualTo(200);
      assertThat(started.body())
          .isEqualTo("{\"status\":\"scheduler started\",\"scheduler_running\":true}");
      assertThat(served.schedule().running()).isTrue();
    }
    for (int i = 0; i < 2; i++) {
      Reply stopped = calls.post("/sync/scheduler/stop");
      assertThat(stopped.status()).isEqualTo(200);
      assertThat(stopped.body())
          .isEqualTo("{\"status\":\"scheduler stopped\",\"scheduler_running\":false}");
      assertThat(served.schedule().running()).isFalse();
    }
  }
}
