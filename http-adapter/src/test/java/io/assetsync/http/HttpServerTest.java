package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.engine.LocalActiveRuns;
import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.core.testing.FixedProbe;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.InMemoryMirrorContents;
import io.assetsync.core.testing.InMemoryRunChanges;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.ManualSchedule;
import io.assetsync.http.HttpCalls.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  private static final HealthProbe DATABASE = new FixedProbe("database", Health.up(""));

  @Test
  void start_onATakenPortSaysWhatToDo() {
    try (ServedSync first = new ServedSync();
        HttpServer second = server(HttpConfig.at("127.0.0.1", first.server().port()), DATABASE)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(ListenException.class)
          .hasMessage(
              "cannot listen at 127.0.0.1, port %d: another program uses the port;"
                      .formatted(first.server().port())
                  + " stop that program or choose another port");
      assertThat(first.calls().get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void start_onAnAddressOfNobodySaysWhatToDo() {
    try (HttpServer server = server(HttpConfig.at("127.999.0.1", 0), DATABASE)) {
      assertThatThrownBy(server::start)
          .isInstanceOf(ListenException.class)
          .hasMessage(
              "cannot listen at 127.999.0.1, port 0: the host is no address of this machine;"
                  + " use 127.0.0.1, or 0.0.0.0 for all it has");
    }
  }

  @Test
  void servers_liveSideBySide() {
    try (ServedSync first = new ServedSync()) {
      try (ServedSync second = new ServedSync()) {
        assertThat(second.server().port()).isNotEqualTo(first.server().port());
        assertThat(second.calls().get("/health").status()).isEqualTo(200);
      }
      assertThat(first.calls().get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void close_givesThePortBack() {
    ServedSync served = new ServedSync();
    int port = served.server().port();
    served.close();
    served.close();

    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
        .isInstanceOf(ConnectException.class);
    assertThatThrownBy(served.server()::port).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(served.server()::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_leavesNoThread() {
    try (ServedSync served = new ServedSync()) {
      served.calls().get("/health");
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(
                        thread -> thread.getName().matches("asset-sync-(http|probe|status).*")));
  }

  @Test
  void close_letsACallUnderWayHaveItsReport() throws InterruptedException {
    Gate gate = new Gate();
    try (ServedSync served = new ServedSync()) {
      served.sync().source().before(CompanyAttributes.TYPE, 1, gate::pass);
      CompletableFuture<Reply> reply =
          CompletableFuture.supplyAsync(() -> served.calls().post("/sync/now"));
      gate.awaitArrival();
      CompletableFuture<Void> closed = CompletableFuture.runAsync(served.server()::close);
      // Longer than idle connections may live while the server stops.
      assertThat(closed).failsWithin(1, TimeUnit.SECONDS);
      gate.open();

      assertThat(reply.join().status()).isEqualTo(200);
      closed.join();
    }
  }

  @Test
  void close_tellsCallsThatComeAfterItThatTheServiceStops() throws IOException {
    Gate gate = new Gate();
    try (ServedSync served = new ServedSync();
        Socket late = new Socket(InetAddress.getLoopbackAddress(), served.calls().port())) {
      served.sync().source().before(CompanyAttributes.TYPE, 1, gate::pass);
      CompletableFuture<Reply> waiting =
          CompletableFuture.supplyAsync(() -> served.calls().post("/sync/now"));
      gate.awaitArrival();
      write(late, "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n");
      int port = served.calls().port();
      CompletableFuture<Void> closed = CompletableFuture.runAsync(served.server()::close);
      // A connection on which nothing comes is closed soon, so its head goes on.
      await()
          .pollInterval(Duration.ofMillis(10))
          .until(
              () -> {
                write(late, "X-Late: yes\r\n");
                return isRefused(port);
              });
      write(late, "\r\n");
      String answer = new String(late.getInputStream().readAllBytes(), ISO_8859_1);
      gate.open();

      assertThat(answer).startsWith("HTTP/1.1 503 ").contains("urn:asset-sync:problem:stopping");
      assertThat(waiting.join().status()).isEqualTo(200);
      closed.join();
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static boolean isRefused(int port) throws IOException {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  @Test
  void close_sendsWaitingCallsAwayWhenARunTakesLong() {
    Gate gate = new Gate();
    try (ServedSync served = new ServedSync(Duration.ofSeconds(2))) {
      served.sync().source().before(CompanyAttributes.TYPE, 1, gate::pass);
      CompletableFuture<Reply> reply =
          CompletableFuture.supplyAsync(() -> served.calls().post("/sync/now"));
      gate.awaitArrival();
      served.server().close();

      assertThat(reply.join().status()).isEqualTo(202);
      gate.open();
    }
  }

  @Test
  void requiredProbe_mustBeGiven() {
    assertThatThrownBy(() -> server(HttpConfig.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the required probe 'database' is not among the probes given: []");
  }

  @Test
  void probes_mustHaveDifferentNames() {
    assertThatThrownBy(() -> server(HttpConfig.DEFAULT, DATABASE, DATABASE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two probes are named 'database'");
  }

  private static final SyncTrigger UNUSED =
      new SyncTrigger() {
        @Override
        public TriggeredRun trigger(RunRequest request) {
          throw new AssertionError("not called");
        }

        @Override
        public boolean cancel(RunId run) {
          throw new AssertionError("not called");
        }
      };

  private static HttpServer server(HttpConfig config, HealthProbe... probes) {
    InMemorySync sync = new InMemorySync(CompanyAttributes.TYPE);
    return new HttpServer(
        config,
        new Services(
            UNUSED,
            sync.runs(),
            new LocalActiveRuns(sync.runs()),
            new InMemoryRunChanges(sync.store()),
            new InMemoryMirrorContents(sync.store(), sync.runs()),
            Optional.of(URI.create("https://assets.example.org")),
            new ManualSchedule(Clock.systemUTC(), ZoneOffset.UTC),
            Optional.empty()),
        List.of(probes),
        Metrics.NONE,
        ServedSync.INSTALLATION,
        Clock.systemUTC());
  }
}
