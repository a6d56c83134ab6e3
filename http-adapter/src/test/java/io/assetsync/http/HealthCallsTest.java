package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.testing.FixedProbe;
import io.assetsync.http.HttpCalls.Reply;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthCallsTest {

  private static final HealthProbe DATABASE = new FixedProbe("database", Health.up("17.11"));
  private static final HealthProbe SOURCE_DOWN =
      new FixedProbe("source", Health.down("no route to assets.example.org"));

  @Test
  void health_isUpWhenAllPartsAre() {
    try (ServedSync served = new ServedSync(DATABASE)) {
      Reply reply = served.calls().get("/health");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body())
          .isEqualTo(
              "{\"status\":\"up\",\"checks\":"
                  + "[{\"name\":\"database\",\"status\":\"up\",\"detail\":\"17.11\"}]}");
    }
  }

  @Test
  void health_isDownWhenAnyPartIs() {
    try (ServedSync served = new ServedSync(DATABASE, SOURCE_DOWN)) {
      Reply reply = served.calls().get("/health");

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.json().path("status").asText()).isEqualTo("down");
      assertThat(reply.json().at("/checks/1/detail").asText())
          .isEqualTo("no route to assets.example.org");
    }
  }

  @Test
  void ready_asksTheRequiredPartsOnly() {
    try (ServedSync served = new ServedSync(DATABASE, SOURCE_DOWN)) {
      Reply reply = served.calls().get("/health/ready");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().path("checks")).hasSize(1);
    }
  }

  @Test
  void ready_isDownWhenARequiredPartIs() {
    try (ServedSync served = new ServedSync(new FixedProbe("database", Health.down("refused")))) {
      assertThat(served.calls().get("/health/ready").status()).isEqualTo(503);
    }
  }

  @Test
  void live_asksNoPart() {
    try (ServedSync served = new ServedSync(new FixedProbe("database", Health.down("refused")))) {
      Reply reply = served.calls().get("/health/live");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo("{\"status\":\"up\",\"checks\":[]}");
    }
  }

  @Test
  void hangingProbe_isDownAndIsAskedOnce() {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    HealthProbe hanging =
        probe(
            () -> {
              asked.incrementAndGet();
              ended.await();
              return Health.up("at last");
            });
    try (ServedSync served = new ServedSync(hanging)) {
      Reply first = served.calls().get("/health");
      Reply second = served.calls().get("/health");

      assertThat(first.status()).isEqualTo(503);
      assertThat(first.json().at("/checks/0/detail").asText()).isEqualTo("no answer within 500 ms");
      assertThat(second.status()).isEqualTo(503);
      assertThat(asked).hasValue(1);
      ended.countDown();
      assertThat(served.calls().get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void throwingProbe_isDownWithoutTheText() {
    HealthProbe throwing =
        probe(
            () -> {
              throw new IllegalStateException("planted secret");
            });
    try (ServedSync served = new ServedSync(throwing);
        LogLines log = new LogLines(Probes.class)) {
      Reply reply = served.calls().get("/health");

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.body()).contains("the log has the details").doesNotContain("planted");
      assertThat(log.lines()).hasSize(1);
    }
  }

  private static HealthProbe probe(Callable<Health> check) {
    return new HealthProbe() {
      @Override
      public String name() {
        return "database";
      }

      @Override
      public Health check() {
        try {
          return check.call();
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }
}
