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
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several services on one database, as processes of their own. */
final class ClusterIT {

  private static final Pattern READY = Pattern.compile("Ready: (http://\\S+)");

  private static final String RECORDED =
      "select count(*) from asset_sync.scheduled_time t join asset_sync.run r on r.id = t.run_id"
          + " where r.outcome in ('applied', 'unchanged')";

  private static final String UNRECORDED =
      """
      select at from generate_series(
        (select min(at) from asset_sync.scheduled_time),
        (select settled_until from asset_sync.schedule), interval '2 seconds') at
      where at not in (select at from asset_sync.scheduled_time)
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Child> children = new ArrayList<>();

  @TempDir private Path directory;

  @AutoClose private final TestDatabase database = TestDatabase.create();

  private Site site;

  @BeforeEach
  void open() {
    site = new Site(directory, 20);
  }

  @AfterEach
  void close() {
    children.forEach(Child::close);
    site.close();
  }

  @Test
  void everyTime_hasOneRecordAndStopIsForAll() throws Exception {
    Map<String, String> often = Map.of("SYNC_TIMES", "off", "SYNC_CRON", "often = */2 * * * * ?");
    String first = serve("one", often);
    String second = serve("two", often);
    String third = serve("three", often);
    await().atMost(Child.PATIENCE).until(() -> number(RECORDED) >= 5);

    post(second + "/sync/scheduler/stop");

    for (String each : List.of(first, second, third)) {
      await().atMost(Duration.ofSeconds(10)).until(() -> !isRunning(each));
    }
    assertThat(column(UNRECORDED)).isEmpty();
    long times = number("select count(*) from asset_sync.scheduled_time");
    post(third + "/sync/scheduler/start");
    for (String each : List.of(first, second, third)) {
      await().atMost(Duration.ofSeconds(10)).until(() -> isRunning(each));
    }
    await()
        .atMost(Child.PATIENCE)
        .until(() -> number("select count(*) from asset_sync.scheduled_time") > times + 1);
    assertThat(column(UNRECORDED)).isEmpty();
    assertThat(children)
        .allSatisfy(child -> assertThat(Child.text(child.err())).doesNotContain("\tat "));
  }

  @Test
  void killedInARun_leavesTheMirrorAndTheNextTimesToTheOthers() throws Exception {
    Map<String, String> often = Map.of("SYNC_TIMES", "off", "SYNC_CRON", "often = */4 * * * * ?");
    assertThat(site.run(database, Map.of(), "sync").code()).isZero();
    Map<String, List<String>> before = Mirror.of(database);
    site.snipeIt().inject(Fault.stalledBody().onPath("hardware"));
    long requests = site.snipeIt().requests().to("hardware");
    serve("one", often);
    await().atMost(Child.PATIENCE).until(() -> site.snipeIt().requests().to("hardware") > requests);
    serve("two", often);

    children.get(0).kill();
    site.snipeIt().clearFaults();

    await().atMost(Child.PATIENCE).until(() -> number(RECORDED) >= 2);
    assertThat(Mirror.of(database)).isEqualTo(before);
    assertThat(Mirror.outcomes(database)).startsWith("applied", "interrupted");
    assertThat(Mirror.outcomes(database).stream().skip(2).toList())
        .isSubsetOf("unchanged", "running");
  }

  @Test
  void restart_startsAStoppedSchedule() throws Exception {
    String url = serve("only", Map.of());
    post(url + "/sync/scheduler/stop");
    assertThat(isRunning(url)).isFalse();
    children.get(0).kill();

    assertThat(isRunning(serve("only", Map.of()))).isTrue();
  }

  private String serve(String instance, Map<String, String> changes) throws IOException {
    Map<String, String> all = new HashMap<>(changes);
    all.put("SYNC_INSTANCE", instance);
    Child child = site.start(database, all, "serve");
    children.add(child);
    return child.awaitMatch(child.err(), READY);
  }

  private boolean isRunning(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/sync/schedule")).build();
    return client
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body()
        .contains("\"scheduler_running\":true");
  }

  private void post(String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.noBody()).build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private long number(String query) throws SQLException {
    return Long.parseLong(column(query).get(0));
  }

  private List<String> column(String query) throws SQLException {
    return Mirror.column(database, query);
  }
}
