package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send or read slowly, more of them than the server has threads. */
class SlowClientsTest {

  private static final int MANY = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration POLL = Duration.ofMillis(100);

  private final ServedSync served =
      new ServedSync(
          HttpConfig.DEFAULT.withLimits(
              Limits.DEFAULT
                  .withReceiveTimeout(Duration.ofMillis(1500))
                  .withRequestsPerSecond(100_000)),
          SteppingClock.standing(Samples.NOON));
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    try (LogLines log = new LogLines(JettyListener.class)) {
      served.close();

      assertThat(log.lines()).as("no request is left under way").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
      })
  void clientsThatLeaveTheirEvents_leaveNothing(String body) {
    String answer =
        RawCall.send(
                served.calls().port(), "GET /sync/events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + body)
            .answer();

    assertThat(answer).contains(EventStreams.CONTENT_TYPE);
  }

  @Test
  void slowHeaders_areCutAndHinderNobody() throws IOException {
    open("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");

    assertAnswersQuickly();
    assertAreClosedThoughTheySend("x");
  }

  @Test
  void slowHeadersOfASecondRequest_areCut() throws IOException {
    open("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /health");

    assertAreClosedThoughTheySend("x");
  }

  @Test
  void slowBodies_hinderNobodyAndAreCut() throws IOException {
    open(
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\n\r\n{");

    assertAnswersQuickly();
    assertAreClosedThoughTheySend(" ");
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @Test
  void largeBodiesThatStop_hinderNobody() throws IOException {
    open(
        "POST /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000000\r\n\r\n"
            + " ".repeat(70_000));

    assertAnswersQuickly();
  }

  @Test
  void clientsThatDoNotRead_hinderNobody() throws IOException {
    open("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(20));

    assertAnswersQuickly();
  }

  @Test
  void connections_haveALimitThatClosingFrees() throws IOException {
    Limits few = Limits.DEFAULT.withMaxConnections(10).withReceiveTimeout(Duration.ofSeconds(1));
    try (ServedSync small =
        new ServedSync(HttpConfig.DEFAULT.withLimits(few), SteppingClock.standing(Samples.NOON))) {
      for (int i = 0; i < 30; i++) {
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), small.calls().port()));
      }

      assertThat(small.calls().get("/health/live").status()).isEqualTo(200);
    }
  }

  private void open(String request) throws IOException {
    for (int i = 0; i < MANY; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.calls().port());
      socket.setReceiveBufferSize(2048);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      sockets.add(socket);
    }
  }

  private void assertAnswersQuickly() {
    long begun = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThat(served.calls().get("/sync/schedule").status()).isEqualTo(200);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
  }

  private void assertAreClosedThoughTheySend(String trickle) {
    await()
        .atMost(PATIENCE)
        .pollInterval(POLL)
        .until(() -> sockets.stream().filter(socket -> !isClosed(socket, trickle)).count() == 0);
  }

  /**
   * Writing to a connection that the other side has closed fails, the second time at the latest.
   */
  private static boolean isClosed(Socket socket, String trickle) {
    try {
      socket.getOutputStream().write(trickle.getBytes(ISO_8859_1));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
