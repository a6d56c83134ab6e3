package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
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
  private static final int PATIENCE_MILLIS = 20_000;
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

      String answer = exchange(request);

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

  /** Returns all that comes until the server closes, or until it begins to stream. */
  private static String exchange(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.calls().port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(socket, request);
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(request, e);
    }
  }

  private static void send(Socket socket, String request) throws IOException {
    try {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server may answer and close before it has read all; its answer is what counts.
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[65_536];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        answer.append(new String(buffer, 0, n, ISO_8859_1));
        if (answer.indexOf("Content-Type: " + EventStreams.CONTENT_TYPE) >= 0) {
          break;
        }
      }
    } catch (SocketException e) {
      // A reset after the answer.
    }
    return answer.toString();
  }
}
