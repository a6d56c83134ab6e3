package io.assetsync.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Claims;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.InMemorySync;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real runs of the engine, told to a real HTTP server. */
@Timeout(60)
final class NotifyingListenerTest {

  private static final Claims CLAIMS = (key, at) -> true;
  private static final SourceException AWAY =
      new SourceException(SourceException.Fault.UNAVAILABLE, "Snipe-IT is away");

  private final HttpPeer webhook = new HttpPeer();
  private final HttpPeer monitor = new HttpPeer();
  private final InMemorySync sync = new InMemorySync(AssetAttributes.TYPE);
  private final NotifyingListener listener = listener(told());

  @BeforeEach
  void listen() {
    sync.telling(listener);
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
    webhook.close();
    monitor.close();
  }

  @Test
  void failure_isTold() throws Exception {
    failOnce();

    JsonNode notice = told(webhook);
    assertThat(notice.get("kind").textValue()).isEqualTo("failure");
    assertThat(notice.get("text").textValue()).isEqualTo("Snipe-IT is away.");
    assertThat(notice.at("/run/outcome").textValue()).isEqualTo("failed");
    assertThat(monitor.take().line()).startsWith("GET /fail ");
  }

  @Test
  void success_isToldToTheMonitorOnly() throws Exception {
    sync.sync();
    listener.close();

    assertThat(monitor.take().line()).startsWith("GET /ok ");
    assertThat(webhook.waiting()).isZero();
  }

  @Test
  void recovery_isToldOnce() throws Exception {
    sync.sync();
    failOnce();
    sync.sync();
    sync.sync();
    listener.close();

    assertThat(told(webhook).get("kind").textValue()).isEqualTo("failure");
    assertThat(told(webhook).get("kind").textValue()).isEqualTo("recovery");
    assertThat(webhook.waiting()).isZero();
  }

  @Test
  void recoveryOfWhatAnotherInstanceTold_isTold() throws Exception {
    recordElsewhere(Outcome.FAILED);

    sync.sync();

    assertThat(told(webhook).get("kind").textValue()).isEqualTo("recovery");
  }

  @Test
  void previewsAndSkippedRuns_areNoTroubleAndNoRecovery() throws Exception {
    failOnce();
    sync.engine().sync(new RunRequest("test", RunMode.PREVIEW));
    recordElsewhere(Outcome.SKIPPED);
    listenTo(Samples.run(99, Outcome.CANCELLED));
    sync.sync();
    listener.close();

    assertThat(told(webhook).get("kind").textValue()).isEqualTo("failure");
    assertThat(told(webhook).get("kind").textValue()).isEqualTo("recovery");
    assertThat(webhook.waiting()).isZero();
  }

  @Test
  void heldRemovals_areToldInNumbers() throws Exception {
    sync.source().lists(AssetAttributes.TYPE, assets(100));
    sync.sync();
    sync.source().lists(AssetAttributes.TYPE, assets(50));

    sync.engine().sync(RunRequest.full("test"));

    JsonNode notice = told(webhook);
    assertThat(notice.get("kind").textValue()).isEqualTo("held");
    assertThat(notice.at("/run/held/asset").longValue()).isEqualTo(50);
    assertThat(notice.get("advice").textValue()).contains("sync --approve 2");
    assertThat(monitor.take().line()).startsWith("GET /ok ");
    assertThat(monitor.take().line()).startsWith("GET /fail ");
  }

  @Test
  void missedTimes_areTold() throws Exception {
    RunReport missed =
        RunReport.started(
                new RunId(7),
                RunRequest.scheduled(
                    RunMode.FULL, List.of(new ScheduledTime("Asset Sync 08:00", Samples.NOON))),
                Samples.NOON)
            .failed(Outcome.MISSED, Failure.INTERRUPTED, Samples.NOON.plusSeconds(600));

    listener.timesMissed(new TimesMissed(missed));

    JsonNode notice = told(webhook);
    assertThat(notice.get("kind").textValue()).isEqualTo("missed");
    assertThat(notice.get("text").textValue())
        .isEqualTo("No run started at Asset Sync 08:00 (2025-01-31T12:00:00Z).");
  }

  @Test
  void interruptedRun_isTold() throws Exception {
    listenTo(Samples.run(99, Outcome.INTERRUPTED));

    assertThat(told(webhook).at("/run/outcome").textValue()).isEqualTo("interrupted");
  }

  @Test
  void kindsThatAreNotChosen_areNotTold() throws Exception {
    InMemorySync other = new InMemorySync(AssetAttributes.TYPE);
    NotificationConfig config = told().withKinds(Set.of(NoticeKind.RECOVERY));
    try (NotifyingListener choosy = listener(config, other)) {
      other.telling(choosy);
      failOnce(other);
      other.sync();
    }

    assertThat(told(webhook).get("kind").textValue()).isEqualTo("recovery");
    assertThat(webhook.waiting()).isZero();
  }

  @Test
  void staleness_isTold() throws Exception {
    try (NotifyingListener watching = listener(told().withFreshnessLimit(Duration.ofHours(26)))) {
      sync.clock().advance(Duration.ofHours(27));
      watching.watchFreshness();

      assertThat(told(webhook).get("kind").textValue()).isEqualTo("staleness");
    }
  }

  @Test
  void deadReceivers_neitherDelayNorFailRuns() throws Exception {
    webhook.always(HttpPeer.silence());
    InMemorySync other = new InMemorySync(AssetAttributes.TYPE);
    NotificationConfig dead = told().withPing(new PingConfig(nobody(), Optional.of(nobody())));
    NotifyingListener telling = listener(dead, other);
    other.telling(telling);

    long begin = System.nanoTime();
    for (int i = 0; i < 2 * Outbox.CAPACITY; i++) {
      assertThat(failOnce(other).outcome()).isEqualTo(Outcome.FAILED);
    }
    Duration running = Duration.ofNanos(System.nanoTime() - begin);
    telling.close();
    Duration closing = Duration.ofNanos(System.nanoTime() - begin).minus(running);

    assertThat(other.sync().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(running).isLessThan(Limits.DEFAULT.read());
    assertThat(closing).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void listenerWithoutReceivers_hasNoThreads() {
    try (NotifyingListener idle = listener(NotificationConfig.NONE)) {
      idle.watchFreshness();
      idle.runFinished(
          new RunFinished(Samples.run(1, Outcome.FAILED), Duration.ZERO, Optional.empty()));

      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().startsWith("asset-sync-notices"));
    }
  }

  @Test
  void trial_tellsWhatBecameOfIt() {
    monitor.always(HttpPeer.status(404));

    List<NotificationTrial.Result> results =
        NotificationTrial.of(told(), Trust.ofJava(), Clock.systemUTC());

    assertThat(results)
        .containsExactly(
            new NotificationTrial.Result("webhook", true, "it answered with status 200"),
            new NotificationTrial.Result("ping", false, "it answered with status 404"));
  }

  private NotificationConfig told() {
    return NotificationConfig.NONE
        .withWebhook(
            new WebhookConfig(
                Endpoint.direct(webhook.url("/hook")), Optional.empty(), WebhookShape.JSON))
        .withPing(
            new PingConfig(
                Endpoint.direct(monitor.url("/ok")),
                Optional.of(Endpoint.direct(monitor.url("/fail")))));
  }

  private NotifyingListener listener(NotificationConfig config) {
    return listener(config, sync);
  }

  private static NotifyingListener listener(NotificationConfig config, InMemorySync of) {
    return new NotifyingListener(
        config, of.runs(), CLAIMS, Trust.ofJava(), of.clock(), DeliveryListener.NONE);
  }

  private RunReport failOnce() {
    return failOnce(sync);
  }

  private static RunReport failOnce(InMemorySync sync) {
    sync.source().failsAt(AssetAttributes.TYPE, 1, AWAY);
    RunReport report = sync.sync();
    sync.source().lists(AssetAttributes.TYPE);
    return report;
  }

  private void recordElsewhere(Outcome outcome) {
    RunReport run = sync.runs().started(RunRequest.full("other"), Samples.NOON);
    sync.runs().finished(run.failed(outcome, Samples.failure(), Samples.NOON));
  }

  private void listenTo(RunReport report) {
    listener.runFinished(new RunFinished(report, Duration.ZERO, Optional.empty()));
  }

  /** Returns an address at which nothing listens. */
  private static Endpoint nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return Endpoint.direct(URI.create("http://127.0.0.1:" + free.getLocalPort()));
    }
  }

  private static JsonNode told(HttpPeer peer) throws Exception {
    return new ObjectMapper().readTree(peer.take().body());
  }

  private static Page assets(int count) {
    return new Page(
        AssetAttributes.TYPE,
        LongStream.rangeClosed(1, count)
            .mapToObj(key -> io.assetsync.core.testing.Samples.asset(key).build())
            .toList(),
        List.of());
  }
}
