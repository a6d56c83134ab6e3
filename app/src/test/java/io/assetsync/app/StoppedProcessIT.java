package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.standin.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes end on a signal, and leave nothing running or lying about. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
final class StoppedProcessIT {

  /** What a JVM that ends in good order reports after a signal. */
  private static final int AFTER_TERM = 128 + 15;

  private static final int AFTER_INT = 128 + 2;
  private static final long SECONDS = 20;
  private static final Pattern READY = Pattern.compile("Ready: (http://\\S+)");
  private static final Pattern DEMO = Pattern.compile("The demo runs at (http://\\S+)");
  private static final Pattern SERVER = Pattern.compile("data in (\\S+); connect");

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path directory;

  @AutoClose private final TestDatabase database = TestDatabase.create();

  private Site site;

  @BeforeEach
  void open() {
    site = new Site(directory, 200);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void serve_stopsInSecondsDuringARun() throws Exception {
    site.snipeIt().inject(Fault.stalledBody().onPath("hardware"));
    try (Child child = site.start(database, Map.of(), "serve")) {
      String url = child.awaitMatch(child.err(), READY);
      HttpResponse<String> accepted = post(url + "/sync");
      assertThat(accepted.statusCode()).isEqualTo(202);
      await().atMost(Child.PATIENCE).until(() -> site.snipeIt().requests().to("hardware") > 0);

      child.signal("TERM");

      assertThat(child.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(child.process().exitValue()).isEqualTo(AFTER_TERM);
      assertThat(Child.text(child.err())).doesNotContain("\tat ", site.snipeIt().token());
    }
    assertThat(Mirror.outcomes(database)).containsExactly("cancelled");
    assertThat(Mirror.of(database).values()).allMatch(List::isEmpty);
  }

  @Test
  void sync_isCancelledByCtrlC() throws Exception {
    site.snipeIt().inject(Fault.stalledBody().onPath("users"));
    try (Child child = site.start(database, Map.of(), "sync")) {
      await().atMost(Child.PATIENCE).until(() -> site.snipeIt().requests().to("users") > 0);

      child.signal("INT");

      assertThat(child.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(child.process().exitValue()).isEqualTo(AFTER_INT);
    }
    assertThat(Mirror.outcomes(database)).containsExactly("cancelled");
  }

  @Test
  void demo_leavesNothing() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    Map<String, String> environment = Map.of("HTTP_PORT", "0");
    try (Child child = site.start(environment, List.of("-Djava.io.tmpdir=" + temporary), "demo")) {
      String url = child.awaitMatch(child.out(), DEMO);
      assertThat(post(url + "/sync/now").body()).contains("\"outcome\"");
      Path server = Path.of(child.awaitMatch(child.err(), SERVER), "data/postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(server).get(0));
      assertThat(isRunning(pid)).isTrue();

      child.signal("INT");

      assertThat(child.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(child.process().exitValue()).isEqualTo(AFTER_INT);
      await().until(() -> !isRunning(pid));
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(path -> !path.getFileName().toString().startsWith("hsperfdata")))
          .isEmpty();
    }
  }

  @Test
  void serve_keepsTheEmbeddedDatabase() throws Exception {
    Map<String, String> embedded = Map.of("DATABASE_URL", "", "SYNC_DATA_DIRECTORY", "kept");
    for (String outcome : List.of("applied", "unchanged")) {
      try (Child child = site.start(database, embedded, "serve")) {
        String url = child.awaitMatch(child.err(), READY);
        assertThat(post(url + "/sync/now").body()).contains("\"" + outcome + "\"");
        assertThat(child.awaitMatch(child.err(), SERVER))
            .isEqualTo(directory.toRealPath() + "/kept");
        String password = Files.readString(directory.resolve("kept/password")).strip();
        assertThat(Child.text(child.err())).doesNotContain(password);
        child.signal("TERM");
        assertThat(child.end()).isEqualTo(AFTER_TERM);
      }
    }
    assertThat(directory.resolve("kept/data/postmaster.pid")).doesNotExist();
  }

  /** A process that has ended may still be in the list of the system, but without a program. */
  private static boolean isRunning(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  private HttpResponse<String> post(String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
