package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.Secret;
import io.assetsync.notification.Endpoint;
import io.assetsync.notification.MailConfig;
import io.assetsync.notification.MailConfig.Encryption;
import io.assetsync.notification.NoticeKind;
import io.assetsync.notification.NotificationConfig;
import io.assetsync.notification.PingConfig;
import io.assetsync.notification.WebhookConfig;
import io.assetsync.notification.WebhookShape;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationSettingsTest {

  private static final String KEY = "hush hush hush hush";

  @TempDir private Path directory;

  @Test
  void nobody_isToldByDefault() {
    assertThat(load(Map.of()).notifications())
        .isEqualTo(NotificationConfig.NONE.withFreshnessLimit(Duration.ofHours(26)));
  }

  @Test
  void everything_isMapped() {
    Map<String, String> environment = new HashMap<>();
    environment.put("NOTIFY_ON", "failure, staleness");
    environment.put("NOTIFY_WEBHOOK_URL", "https://hooks.example.org/a?b=c");
    environment.put("NOTIFY_WEBHOOK_SECRET", KEY);
    environment.put("NOTIFY_WEBHOOK_SHAPE", "teams");
    environment.put("NOTIFY_SMTP_URL", "smtp://u%40x:p%2Fw@mail.example.org");
    environment.put("NOTIFY_MAIL_FROM", "Asset Sync <sync@example.org>");
    environment.put("NOTIFY_MAIL_TO", "it@example.org, ops@example.org");
    environment.put("NOTIFY_PING_URL", "http://monitor.example.org/ok");
    environment.put("NOTIFY_PING_FAILURE_URL", "http://monitor.example.org/fail");
    environment.put("HTTP_PUBLIC_URL", "https://sync.example.org/assets");
    environment.put("SYNC_FRESHNESS_LIMIT", "off");
    environment.put("HTTPS_PROXY", "proxy:3128");

    URI hook = URI.create("https://hooks.example.org/a?b=c");
    assertThat(load(environment).notifications())
        .isEqualTo(
            new NotificationConfig(
                Optional.of(
                    new WebhookConfig(
                        new Endpoint(hook, Optional.of(URI.create("http://proxy:3128"))),
                        Optional.of(new Secret(KEY)),
                        WebhookShape.TEAMS)),
                Optional.of(
                    new MailConfig(
                        "mail.example.org",
                        587,
                        Encryption.STARTTLS,
                        "u@x",
                        new Secret("p/w"),
                        "Asset Sync <sync@example.org>",
                        List.of("it@example.org", "ops@example.org"))),
                Optional.of(
                    new PingConfig(
                        Endpoint.direct(URI.create("http://monitor.example.org/ok")),
                        Optional.of(
                            Endpoint.direct(URI.create("http://monitor.example.org/fail"))))),
                Set.of(NoticeKind.FAILURE, NoticeKind.STALENESS),
                Optional.of(URI.create("https://sync.example.org/assets")),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.org, 587, STARTTLS",
    "smtp://mail.example.org:25, 25, STARTTLS",
    "smtps://mail.example.org, 465, TLS",
    "smtp://localhost, 25, NONE",
    "smtp://127.0.0.1:2525, 2525, NONE",
    "smtp://[::1], 25, NONE",
    "smtps://localhost, 465, TLS"
  })
  void mailServer_isUnencryptedOnlyOnTheMachineItself(String url, int port, Encryption encryption) {
    SmtpUrl server = SmtpUrl.parse(url);

    assertThat(server.port()).isEqualTo(port);
    assertThat(server.encryption()).isEqualTo(encryption);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOTIFY_ON | failures | \"failures\" is wrong here; expected all or a list of failure, ",
        "NOTIFY_ON | test | expected all or a list of failure, refusal, held, missed, staleness",
        "NOTIFY_WEBHOOK_URL | hush | not an address that can be called; expected one such as",
        "NOTIFY_WEBHOOK_URL | ftp://hush/x | this is not an address that can be called",
        "NOTIFY_WEBHOOK_URL | https://u:hush@x/y | this is not an address that can be called",
        "NOTIFY_WEBHOOK_SHAPE | discord | expected json, slack or teams",
        "NOTIFY_PING_URL | http://hush hush | this is not a URL",
        "HTTP_PUBLIC_URL | sync.example.org | this is not an address that can be called",
        "HTTP_PUBLIC_URL | http://x/?a=b | a query cannot be part of it",
        "SYNC_FRESHNESS_LIMIT | 26 | expected a number with a unit",
        "SYNC_FRESHNESS_LIMIT | 1s | the freshness limit is out of range; expected 1m to 8784h"
      })
  void faultyValue_isToldInOneSentence(String key, String value, String sentence) {
    assertThat(problems(Map.of(key, value)))
        .singleElement()
        .asString()
        .startsWith(key + " (environment): ")
        .contains(sentence)
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOTIFY_SMTP_URL | https://hush | this is not a mail server; expected one such as smtp://",
        "NOTIFY_SMTP_URL | smtp://a:hush@b/c | this is not a mail server",
        "NOTIFY_SMTP_URL | smtp://a:hush%zz@b | this is not a URL",
        "NOTIFY_MAIL_FROM | hush | this is not one mail address; expected one such as",
        "NOTIFY_MAIL_TO | it@example.org, hush | this is not one mail address",
        "NOTIFY_MAIL_TO | , | expected 1 to 50 mail addresses"
      })
  void faultyMail_isToldInOneSentence(String key, String value, String sentence) {
    Map<String, String> environment = new HashMap<>();
    environment.put("NOTIFY_SMTP_URL", "smtp://mail.example.org");
    environment.put("NOTIFY_MAIL_FROM", "sync@example.org");
    environment.put("NOTIFY_MAIL_TO", "it@example.org");
    environment.put(key, value);

    assertThat(problems(environment))
        .singleElement()
        .asString()
        .startsWith(key + " (environment): ")
        .contains(sentence)
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOTIFY_MAIL_TO | it@example.org | NOTIFY_SMTP_URL is not set",
        "NOTIFY_SMTP_URL | smtp://localhost | NOTIFY_MAIL_TO is not set",
        "NOTIFY_WEBHOOK_SECRET | hush hush hush hush | NOTIFY_WEBHOOK_URL is not set",
        "NOTIFY_PING_FAILURE_URL | http://x/fail | NOTIFY_PING_URL is not set",
        "NOTIFY_WEBHOOK_SECRET | hush | it is too short to sign with; expected at least 16",
        "NOTIFY_WEBOOK_URL | x | did you mean NOTIFY_WEBHOOK_URL?"
      })
  void whatBelongsTogether_isAskedFor(String key, String value, String sentence) {
    assertThat(problems(Map.of(key, value))).anySatisfy(p -> assertThat(p).contains(sentence));
  }

  @Test
  void secrets_areNotShown() {
    AppConfig config =
        load(
            Map.of(
                "NOTIFY_WEBHOOK_URL", "https://hooks.example.org/hush",
                "NOTIFY_WEBHOOK_SECRET", KEY,
                "NOTIFY_SMTP_URL", "smtp://u:hush@mail.example.org",
                "NOTIFY_MAIL_FROM", "hush@example.org",
                "NOTIFY_MAIL_TO", "hush@example.org",
                "NOTIFY_PING_URL", "https://monitor.example.org/hush"));

    assertThat(config.effective().toString() + config.notifications()).doesNotContain("hush");
  }

  private List<String> problems(Map<String, String> environment) {
    try {
      load(environment);
    } catch (InvalidConfigurationException e) {
      return e.problems();
    }
    return List.of();
  }

  private AppConfig load(Map<String, String> environment) {
    Map<String, String> complete = new HashMap<>(environment);
    complete.put("SNIPEIT_API_URL", "https://assets.example.org");
    complete.put("SNIPEIT_TOKEN", "t0ken");
    return ConfigLoader.load(Map.of(), complete, directory);
  }
}
