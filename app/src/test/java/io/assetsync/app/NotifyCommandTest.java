package io.assetsync.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotifyCommandTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  @TempDir private Path directory;

  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          calls.add(exchange.getRequestMethod() + " " + path);
          exchange.sendResponseHeaders(path.equals("/gone") ? 410 : 204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void everyReceiver_isTold() {
    int code = run(Map.of("NOTIFY_WEBHOOK_URL", url("/hook"), "NOTIFY_PING_URL", url("/ping")));

    assertThat(code).isZero();
    assertThat(calls).containsExactly("POST /hook", "GET /ping");
    assertThat(printed.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "webhook: told, it answered with status 204\n"
                + "ping: told, it answered with status 204\n");
  }

  @Test
  void oneReceiver_isToldIfNamed() {
    Map<String, String> both =
        Map.of("NOTIFY_WEBHOOK_URL", url("/hook"), "NOTIFY_PING_URL", url("/ping"));

    assertThat(run(both, "--to", "ping")).isZero();

    assertThat(calls).containsExactly("GET /ping");
  }

  @Test
  void receiverThatRefuses_isAnError() {
    int code = run(Map.of("NOTIFY_WEBHOOK_URL", url("/gone"), "NOTIFY_PING_URL", url("/ping")));

    assertThat(code).isEqualTo(2);
    assertThat(printed.toString(UTF_8))
        .contains("webhook: NOT told, it answered with status 410")
        .contains("ping: told");
  }

  @Test
  void nothingConfigured_isSaid() {
    assertThat(run(Map.of())).isEqualTo(2);

    assertThat(printed.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "asset-sync: the configuration has 1 problem:\n"
                + "  nobody is to be told; set NOTIFY_WEBHOOK_URL, NOTIFY_SMTP_URL or"
                + " NOTIFY_PING_URL, as docs/notifications.md shows\n");
  }

  @Test
  void receiverThatIsNotConfigured_isNamed() {
    assertThat(run(Map.of("NOTIFY_PING_URL", url("/ping")), "--to", "mail")).isEqualTo(2);

    assertThat(printed.toString(UTF_8)).contains("nobody is to be told; set NOTIFY_SMTP_URL, as");
    assertThat(calls).isEmpty();
  }

  @Test
  void receiverThatDoesNotExist_isToldInOneSentence() {
    assertThat(run(Map.of(), "--to", "pager")).isEqualTo(2);

    assertThat(printed.toString(UTF_8).lines()).hasSize(1);
  }

  @Test
  void commandThatDoesNotExist_isToldWithTheNearest() {
    assertThat(execute(Map.of(), "notfy")).isEqualTo(2);

    assertThat(printed.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "asset-sync: there is no command notfy (did you mean notify?); asset-sync --help lists"
                + " what there is\n");
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private int run(Map<String, String> settings, String... more) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("SNIPEIT_API_URL", "https://assets.example.org");
    environment.put("SNIPEIT_TOKEN", "t0ken");
    String[] arguments = new String[more.length + 1];
    arguments[0] = "notify";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return execute(environment, arguments);
  }

  private int execute(Map<String, String> environment, String... arguments) {
    try (PrintStream out = new PrintStream(printed, true, UTF_8);
        Resources resources = new Resources()) {
      return new Commands(new Caller(environment, directory, out, out), resources).run(arguments);
    }
  }
}
