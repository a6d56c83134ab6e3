package io.assetsync.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assetsync.core.model.Secret;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.notification.HttpPeer.Received;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class WebhookReceiverTest {

  private static final String KEY = "s3cr3t key of more than sixteen characters";

  private final HttpPeer peer = new HttpPeer();
  private final Deadlines deadlines = new Deadlines();
  private final SteppingClock clock = SteppingClock.standing(Samples.NOON);

  @AfterEach
  void close() throws IOException {
    peer.close();
    deadlines.close();
  }

  @Test
  void json_holdsTheNotice() throws Exception {
    Notice notice = Samples.held();

    Reply reply = receiver(WebhookShape.JSON).send(notice);

    Received call = peer.take();
    JsonNode body = new ObjectMapper().readTree(call.body());
    assertThat(reply.status()).isEqualTo(Reply.Status.DELIVERED);
    assertThat(call.line()).isEqualTo("POST /hook?key=1 HTTP/1.1");
    assertThat(call.headers()).containsEntry("content-type", "application/json; charset=UTF-8");
    assertThat(call.headers()).containsEntry("x-asset-sync-delivery", notice.id().toString());
    assertThat(body.get("kind").textValue()).isEqualTo("held");
    assertThat(body.get("severity").textValue()).isEqualTo("warning");
    assertThat(body.at("/run/held/asset").longValue()).isEqualTo(40);
    assertThat(body.at("/run/changes/updated").longValue()).isEqualTo(12);
    assertThat(body.get("link").textValue())
        .isEqualTo("https://sync.example.org/assets/sync/runs/13");
  }

  @Test
  void signature_canBeVerifiedByWhoeverHasTheKey() throws Exception {
    receiver(WebhookShape.JSON).send(Samples.failed());

    Received call = peer.take();
    String header = call.headers().get("x-asset-sync-signature");
    assertThat(header).matches("t=\\d+,v1=[0-9a-f]{64}");
    String time = header.substring(2, header.indexOf(','));
    assertThat(Instant.ofEpochSecond(Long.parseLong(time))).isEqualTo(Samples.NOON);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
    byte[] expected = mac.doFinal((time + "." + call.text()).getBytes(UTF_8));
    assertThat(header).endsWith("v1=" + String.format("%064x", new BigInteger(1, expected)));
  }

  @Test
  void slack_cannotBeMadeToMentionOrLink() throws Exception {
    receiver(WebhookShape.SLACK).send(Samples.failed());

    JsonNode body = new ObjectMapper().readTree(peer.take().body());
    assertThat(body.get("text").textValue())
        .isEqualTo(
            "Asset Sync: Run 12 failed. Snipe-IT &lt;did&gt; not answer &amp; nobody knows.");
    assertThat(body.at("/blocks/0/text/type").textValue()).isEqualTo("mrkdwn");
  }

  @Test
  void teams_getsACardWithoutMarkdown() throws Exception {
    receiver(WebhookShape.TEAMS).send(Samples.failed());

    JsonNode card = new ObjectMapper().readTree(peer.take().body()).at("/attachments/0");
    assertThat(card.get("contentType").textValue())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(card.at("/content/body").findValuesAsText("type"))
        .contains("RichTextBlock", "FactSet")
        .doesNotContain("TextBlock");
    assertThat(card.at("/content/actions/0/url").textValue()).endsWith("/sync/runs/12");
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED", "202, DELIVERED", "204, DELIVERED", "301, NEVER", "307, NEVER",
    "400, NEVER", "401, NEVER", "404, NEVER", "410, NEVER", "408, NOT_NOW",
    "429, NOT_NOW", "500, NOT_NOW", "503, NOT_NOW"
  })
  void status_decidesWhetherToTryAgain(int status, Reply.Status expected) {
    peer.always(HttpPeer.status(status, "Location: " + peer.url("/elsewhere")));

    Reply reply = receiver(WebhookShape.JSON).send(Samples.failed());

    assertThat(reply.status()).isEqualTo(expected);
    assertThat(peer.waiting()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"7 | PT7S", "Fri, 31 Jan 2025 12:01:00 GMT | PT1M"})
  void retryAfter_isUnderstood(String header, Duration expected) {
    peer.always(HttpPeer.status(429, "Retry-After: " + header));

    assertThat(receiver(WebhookShape.JSON).send(Samples.failed()).retryAfter()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-7", "99999999999", "Fri, 31 Jan 2020 12:00:00 GMT", "1.5"})
  void senselessRetryAfter_countsForNothing(String header) {
    peer.always(HttpPeer.status(503, "Retry-After: " + header));

    assertThat(receiver(WebhookShape.JSON).send(Samples.failed()).retryAfter()).isEmpty();
  }

  @Test
  void silence_endsTheAttempt() {
    peer.always(HttpPeer.silence());

    Reply reply = receiver(WebhookShape.JSON).send(Samples.failed());

    assertThat(reply).isEqualTo(Reply.notNow("it was silent for too long"));
  }

  @Test
  void drip_endsTheAttempt() {
    peer.always(HttpPeer.drip());

    Reply reply = receiver(WebhookShape.JSON).send(Samples.failed());

    assertThat(reply).isEqualTo(Reply.notNow("it took too long"));
  }

  @Test
  void answerWithoutEnd_countsByItsHead() {
    peer.always(
        (out, closing) -> {
          out.write("HTTP/1.1 200 S\r\nContent-Length: 999999\r\n\r\nok".getBytes(UTF_8));
          out.flush();
          closing.await();
        });

    assertThat(receiver(WebhookShape.JSON).send(Samples.failed()).status())
        .isEqualTo(Reply.Status.DELIVERED);
  }

  @Test
  void refusedConnection_isToldWithoutTheAddress() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/secret");
    }

    Reply reply = receiver(WebhookShape.JSON, Endpoint.direct(nobody)).send(Samples.failed());

    assertThat(reply).isEqualTo(Reply.notNow("no connection could be made"));
  }

  @Test
  void proxy_isAskedForTheAddress() throws Exception {
    URI proxy = URI.create(peer.url("").toString().replace("//", "//user:pass%40word@"));
    peer.then(HttpPeer.status(407, "Proxy-Authenticate: Basic realm=\"p\""));

    Reply reply =
        receiver(
                WebhookShape.JSON,
                new Endpoint(URI.create("http://hooks.test/x"), Optional.of(proxy)))
            .send(Samples.failed());

    assertThat(reply.status()).isEqualTo(Reply.Status.DELIVERED);
    assertThat(peer.take().line()).isEqualTo("POST http://hooks.test/x HTTP/1.1");
    assertThat(peer.take().headers())
        .containsEntry("proxy-authorization", "Basic dXNlcjpwYXNzQHdvcmQ=");
  }

  private WebhookReceiver receiver(WebhookShape shape) {
    return receiver(shape, Endpoint.direct(peer.url("/hook?key=1")));
  }

  private WebhookReceiver receiver(WebhookShape shape, Endpoint endpoint) {
    return new WebhookReceiver(
        new WebhookConfig(endpoint, Optional.of(new Secret(KEY)), shape),
        NoticeKind.choosable(),
        new HttpCalls(Trust.ofJava(), Samples.SHORT, deadlines, new HttpReplies(clock)),
        clock);
  }
}
