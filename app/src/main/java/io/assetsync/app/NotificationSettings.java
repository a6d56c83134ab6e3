package io.assetsync.app;

import static java.util.stream.Collectors.joining;

import io.assetsync.core.model.Secret;
import io.assetsync.notification.Endpoint;
import io.assetsync.notification.MailConfig;
import io.assetsync.notification.NoticeKind;
import io.assetsync.notification.NotificationConfig;
import io.assetsync.notification.PingConfig;
import io.assetsync.notification.WebhookConfig;
import io.assetsync.notification.WebhookShape;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who is told of what. Used by one thread. */
final class NotificationSettings {

  private static final String ADDRESS = "one mail address, such as it@example.org";

  private final Settings settings;

  private NotificationSettings(Settings settings) {
    this.settings = settings;
  }

  static NotificationConfig read(Settings settings) {
    return new NotificationSettings(settings).read();
  }

  private NotificationConfig read() {
    Set<NoticeKind> kinds = settings.get(Key.NOTIFY_ON, NotificationSettings::kinds);
    NotificationConfig config = NotificationConfig.NONE.withKinds(kinds);
    config =
        settings.change(
            config,
            Key.HTTP_PUBLIC_URL,
            (c, text) -> c.withPageUrl(NotificationSettings.page(text)));
    if (!settings.get(Key.SYNC_FRESHNESS_LIMIT, text -> text).equals("off")) {
      config =
          settings.change(
              config,
              Key.SYNC_FRESHNESS_LIMIT,
              (c, text) -> c.withFreshnessLimit(Parse.duration(text)));
    }
    config = webhook().map(config::withWebhook).orElse(config);
    config = mail().map(config::withMail).orElse(config);
    return ping().map(config::withPing).orElse(config);
  }

  private Optional<WebhookConfig> webhook() {
    WebhookShape shape = settings.get(Key.NOTIFY_WEBHOOK_SHAPE, NotificationSettings::shape);
    Optional<Endpoint> endpoint = settings.find(Key.NOTIFY_WEBHOOK_URL, this::endpoint);
    Optional<Secret> secret =
        settings.find(
            Key.NOTIFY_WEBHOOK_SECRET, text -> WebhookConfig.requireSecret(new Secret(text)));
    if (secret.isPresent()) {
      endpoint = settings.require(Key.NOTIFY_WEBHOOK_URL, this::endpoint, "where to post notices");
    }
    return endpoint.map(to -> new WebhookConfig(to, secret, shape));
  }

  private Optional<PingConfig> ping() {
    Optional<Endpoint> failure = settings.find(Key.NOTIFY_PING_FAILURE_URL, this::endpoint);
    Optional<Endpoint> success =
        failure.isPresent()
            ? settings.require(
                Key.NOTIFY_PING_URL, this::endpoint, "the address to call after a success")
            : settings.find(Key.NOTIFY_PING_URL, this::endpoint);
    return success.map(to -> new PingConfig(to, failure));
  }

  private Optional<MailConfig> mail() {
    if (!isSet(Key.NOTIFY_SMTP_URL) && !isSet(Key.NOTIFY_MAIL_TO) && !isSet(Key.NOTIFY_MAIL_FROM)) {
      return Optional.empty();
    }
    Optional<SmtpUrl> server =
        settings.require(
            Key.NOTIFY_SMTP_URL,
            SmtpUrl::parse,
            "the mail server, such as smtp://user:password@mail.example.org:587");
    Optional<String> from =
        settings.require(Key.NOTIFY_MAIL_FROM, NotificationSettings::address, ADDRESS);
    Optional<List<String>> to =
        settings.require(
            Key.NOTIFY_MAIL_TO,
            NotificationSettings::addresses,
            "mail addresses, separated by commas");
    return server.isPresent() && from.isPresent() && to.isPresent()
        ? Optional.of(server.get().config(from.get(), to.get()))
        : Optional.empty();
  }

  private boolean isSet(Key key) {
    return settings.find(key, text -> text).isPresent();
  }

  private Endpoint endpoint(String text) {
    Endpoint direct = Endpoint.direct(Parse.url(text));
    boolean bypasses =
        settings
            .find(Key.NO_PROXY, exceptions -> ProxyChoice.bypasses(direct.url(), exceptions))
            .orElse(false);
    return bypasses
        ? direct
        : settings
            .find(ProxyChoice.settingFor(direct.url()), ProxyChoice::url)
            .map(proxy -> new Endpoint(direct.url(), Optional.of(proxy)))
            .orElse(direct);
  }

  private static URI page(String text) {
    URI url = Endpoint.direct(Parse.url(text)).url();
    if (url.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "a query cannot be part of it; expected one such as https://sync.example.org/assets");
    }
    return url;
  }

  private static Set<NoticeKind> kinds(String text) {
    if (text.equals("all")) {
      return NoticeKind.choosable();
    }
    return parts(text).stream()
        .map(
            part ->
                NoticeKind.ofCode(part)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "\""
                                    + part
                                    + "\" is wrong here; expected all or a list of "
                                    + codes())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String codes() {
    return NoticeKind.choosable().stream().sorted().map(NoticeKind::code).collect(joining(", "));
  }

  private static WebhookShape shape(String text) {
    return Arrays.stream(WebhookShape.values())
        .filter(shape -> shape.code().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is wrong here; expected json, slack or teams"));
  }

  private static String address(String text) {
    MailConfig.requireAddress(text);
    return text;
  }

  private static List<String> addresses(String text) {
    List<String> addresses = parts(text);
    addresses.forEach(MailConfig::requireAddress);
    if (addresses.isEmpty() || addresses.size() > MailConfig.MAX_RECIPIENTS) {
      throw new IllegalArgumentException(
          "expected 1 to " + MailConfig.MAX_RECIPIENTS + " mail addresses, separated by commas");
    }
    return addresses;
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split("[,;]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
