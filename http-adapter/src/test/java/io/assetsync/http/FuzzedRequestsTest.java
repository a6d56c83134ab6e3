package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random requests never get a 5xx, a stack trace or no end, and the server answers as before.
 *
 * <p>{@code -Dfuzz.requests=100000} sends more than the 2000 of the build, {@code -Dfuzz.seed=7}
 * others.
 */
class FuzzedRequestsTest {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2000);
  private static final long SEED = Long.getLong("fuzz.seed", 20250131);
  private static final Pattern SERVERS_FAULT = Pattern.compile("HTTP/1\\.[01] 5\\d\\d");

  private static ServedSync served;

  @BeforeAll
  static void serve() {
    HttpConfig config =
        HttpConfig.DEFAULT.withLimits(Limits.DEFAULT.withRequestsPerSecond(100_000));
    served = new ServedSync(config, SteppingClock.standing(Samples.NOON));
  }

  @AfterAll
  static void close() {
    try (LogLines log = new LogLines(JettyListener.class)) {
      served.close();

      assertThat(log.lines()).as("no request is left under way").isEmpty();
    }
  }

  @Test
  void randomRequests_areAnsweredCleanly() {
    RandomRequests requests = new RandomRequests(SEED);
    for (int i = 0; i < REQUESTS; i++) {
      String request = requests.next();

      String answer = RawCall.send(served.calls().port(), request).answer();

      assertThat(SERVERS_FAULT.matcher(answer).find())
          .as("%s: %s%n%s", i, request, answer)
          .isFalse();
      assertThat(answer)
          .as("%s: %s", i, request)
          .doesNotContain("Exception", "\tat ", "io.assetsync", "org.eclipse", "spark.");
    }
    assertThat(served.calls().get("/sync/schedule").status()).isEqualTo(200);
    assertThat(served.calls().post("/sync/scheduler/start").status()).isEqualTo(200);
  }
}
