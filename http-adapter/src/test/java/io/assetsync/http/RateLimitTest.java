package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.http.HttpCalls.Reply;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimit limit = new RateLimit(10, nanos::get);

  @Test
  void client_mayAskSoManyTimesASecond() {
    assertThat(allowed("a")).isEqualTo(10);
    assertThat(allowed("b")).isEqualTo(10);
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
    assertThat(allowed("a")).isEqualTo(5);
    nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
    assertThat(allowed("a")).isEqualTo(10);
  }

  @Test
  void tooManyRequests_areToldWhenToComeAgain() {
    allowed("203.0.113.7");

    assertThatThrownBy(() -> limit.count("203.0.113.7"))
        .hasMessage("203.0.113.7 may send 10 requests a second; wait a second");
  }

  @Test
  void server_countsRequestsByClient() {
    HttpConfig config = Tokens.CONFIG.withLimits(Limits.DEFAULT.withRequestsPerSecond(1));
    try (ServedSync served = new ServedSync(config, SteppingClock.standing(Samples.NOON))) {
      Reply reply = served.calls().get("/health/live", "X-Forwarded-For", "203.0.113.7");
      assertThat(reply.status()).isEqualTo(200);
      while (reply.status() == 200) {
        reply = served.calls().get("/health/live", "X-Forwarded-For", "203.0.113.7");
      }

      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.problem()).isEqualTo("too-many-requests");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
      assertThat(served.calls().get("/health/live", "X-Forwarded-For", "203.0.113.8").status())
          .isEqualTo(200);
    }
  }

  private int allowed(String client) {
    for (int i = 0; ; i++) {
      try {
        limit.count(client);
      } catch (Problem e) {
        return i;
      }
    }
  }
}
