package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.assetsync.snipeit.standin.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /metrics} tells of the running service. */
final class MetricsIT {

  private static final String TOKEN = "s3cr3t-0123456789abcdef0123456789";

  @TempDir private Path directory;

  private HttpServer receiver;
  private ServedSite served;

  @BeforeEach
  void serve() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/refuses", 410);
    answer("/takes", 204);
    receiver.start();
    served =
        new ServedSite(
            directory,
            Map.of(
                "NOTIFY_WEBHOOK_URL", receiverUrl() + "/refuses",
                "NOTIFY_PING_URL", receiverUrl() + "/takes"));
  }

  @AfterEach
  void close() {
    served.close();
    receiver.stop(0);
  }

  @Test
  void whatAnAlertNeeds_isThereWithZeroFromTheStart() {
    assertThat(
            value("asset_sync_runs_total{mode=\"full\",outcome=\"failed\",trigger=\"schedule\"}"))
        .isZero();
    assertThat(value("asset_sync_rows_total{change=\"held\",kind=\"asset\"}")).isZero();
    assertThat(value("asset_sync_times_missed_total")).isZero();
    assertThat(value("asset_sync_last_success_timestamp_seconds")).isZero();
    assertThat(value("asset_sync_freshness_age_seconds")).isBetween(0.0, 60.0);
    assertThat(value("asset_sync_freshness_limit_seconds")).isEqualTo(26 * 3600);
    assertThat(value("asset_sync_scheduler_running")).isOne();
    assertThat(value("asset_sync_next_run_timestamp_seconds"))
        .isGreaterThan(System.currentTimeMillis() / 1000.0);
    assertThat(value("asset_sync_database_up")).isOne();
    assertThat(value("asset_sync_pool_max_connections"))
        .isEqualTo(Double.parseDouble(Key.SYNC_DATABASE_CONNECTIONS.defaultText()));
  }

  @Test
  void run_isCounted() {
    assertThat(served.post("/sync/now").statusCode()).isEqualTo(200);

    assertThat(value("asset_sync_runs_total{mode=\"full\",outcome=\"applied\",trigger=\"http\"}"))
        .isOne();
    assertThat(value("asset_sync_run_duration_seconds_count{mode=\"full\"}")).isOne();
    assertThat(value("asset_sync_rows_total{change=\"created\",kind=\"asset\"}")).isEqualTo(60);
    assertThat(value("asset_sync_source_calls_total")).isGreaterThan(25);
    assertThat(value("asset_sync_source_received_bytes_total")).isGreaterThan(10_000);
    assertThat(value("asset_sync_last_run{outcome=\"applied\"}")).isOne();
    assertThat(value("asset_sync_last_run{outcome=\"failed\"}")).isZero();
    assertThat(value("asset_sync_last_full_run_rows{found=\"read\",kind=\"asset\"}")).isEqualTo(60);
    assertThat(value("asset_sync_freshness_age_seconds")).isBetween(0.0, 30.0);
    assertThat(value("asset_sync_http_requests_total{call=\"POST /sync/now\",status=\"2xx\"}"))
        .isOne();
    assertThat(value("asset_sync_http_request_duration_seconds_count{call=\"POST /sync/now\"}"))
        .isOne();
  }

  @Test
  void deadDatabase_neitherFailsNorDelaysIt() throws Exception {
    assertThat(served.post("/sync/now").statusCode()).isEqualTo(200);
    double success = value("asset_sync_last_success_timestamp_seconds");
    served.database().close();

    long begun = System.nanoTime();
    assertThat(value("asset_sync_database_up")).isZero();

    assertThat((System.nanoTime() - begun) / 1e9).isLessThan(3);
    assertThat(value("asset_sync_last_success_timestamp_seconds")).isEqualTo(success);
    assertThat(served.get("/health").body()).contains("\"freshness\",\"status\":\"down\"");
  }

  @Test
  void notifications_areCountedByWhatBecameOfThem() {
    String failed = "asset_sync_notifications_total{channel=\"webhook\",outcome=\"failed\"}";
    String sent = "asset_sync_notifications_total{channel=\"ping\",outcome=\"sent\"}";
    assertThat(value(failed)).isZero();
    assertThat(value(sent)).isZero();

    served.post("/sync/now");
    await().untilAsserted(() -> assertThat(value(sent)).isOne());
    served.site().snipeIt().inject(Fault.serverError().always());
    assertThat(served.post("/sync/now").statusCode()).isEqualTo(502);

    await().untilAsserted(() -> assertThat(value(failed)).isOne());
    assertThat(value("asset_sync_notifications_total{channel=\"webhook\",outcome=\"sent\"}"))
        .isZero();
  }

  @Test
  void scrape_needsATokenWhereTokensAreConfigured() {
    try (ServedSite guarded = new ServedSite(directory, Map.of("API_READ_TOKENS", TOKEN))) {
      assertThat(guarded.get("/metrics").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/metrics", "0" + TOKEN).statusCode()).isEqualTo(401);
      assertThat(guarded.get("/metrics", TOKEN).body()).contains("asset_sync_database_up 1");
    }
  }

  private void answer(String path, int status) {
    receiver.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private String receiverUrl() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort();
  }

  private double value(String series) {
    String text = served.get("/metrics").body();
    Matcher line =
        Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE).matcher(text);
    assertThat(line.find()).as(series + " in " + text).isTrue();
    return Double.parseDouble(line.group(1));
  }
}
