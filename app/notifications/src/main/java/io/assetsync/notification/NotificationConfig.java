package io.assetsync.notification;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of what.
 *
 * @param kinds what webhook and mail are told of
 * @param pageUrl where people reach the service, to link to runs
 * @param freshnessLimit how old the last success may be, 1 minute to 366 days; empty to watch no
 *     freshness
 */
public record NotificationConfig(
    Optional<WebhookConfig> webhook,
    Optional<MailConfig> mail,
    Optional<PingConfig> ping,
    Set<NoticeKind> kinds,
    Optional<URI> pageUrl,
    Optional<Duration> freshnessLimit) {

  /** Nobody is told. */
  public static final NotificationConfig NONE =
      new NotificationConfig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          NoticeKind.choosable(),
          Optional.empty(),
          Optional.empty());

  private static final Duration MIN_FRESHNESS = Duration.ofMinutes(1);
  private static final Duration MAX_FRESHNESS = Duration.ofDays(366);

  public NotificationConfig {
    requireNonNull(webhook, "webhook");
    requireNonNull(mail, "mail");
    requireNonNull(ping, "ping");
    kinds = Set.copyOf(kinds);
    requireNonNull(pageUrl, "pageUrl");
    requireNonNull(freshnessLimit, "freshnessLimit");
    freshnessLimit.ifPresent(
        limit -> {
          if (limit.compareTo(MIN_FRESHNESS) < 0 || limit.compareTo(MAX_FRESHNESS) > 0) {
            throw new IllegalArgumentException(
                "the freshness limit is out of range; expected 1m to 8784h");
          }
        });
  }

  /** Tells whether there is anybody to tell. */
  public boolean hasReceivers() {
    return webhook.isPresent() || mail.isPresent() || ping.isPresent();
  }

  /** Returns the same with exactly these receivers. */
  public NotificationConfig withReceivers(
      Optional<WebhookConfig> newWebhook,
      Optional<MailConfig> newMail,
      Optional<PingConfig> newPing) {
    return new NotificationConfig(newWebhook, newMail, newPing, kinds, pageUrl, freshnessLimit);
  }

  public NotificationConfig withWebhook(WebhookConfig receiver) {
    return new NotificationConfig(
        Optional.of(receiver), mail, ping, kinds, pageUrl, freshnessLimit);
  }

  public NotificationConfig withMail(MailConfig receiver) {
    return new NotificationConfig(
        webhook, Optional.of(receiver), ping, kinds, pageUrl, freshnessLimit);
  }

  public NotificationConfig withPing(PingConfig receiver) {
    return new NotificationConfig(
        webhook, mail, Optional.of(receiver), kinds, pageUrl, freshnessLimit);
  }

  public NotificationConfig withKinds(Set<NoticeKind> chosen) {
    return new NotificationConfig(webhook, mail, ping, chosen, pageUrl, freshnessLimit);
  }

  public NotificationConfig withPageUrl(URI url) {
    return new NotificationConfig(webhook, mail, ping, kinds, Optional.of(url), freshnessLimit);
  }

  public NotificationConfig withFreshnessLimit(Duration limit) {
    return new NotificationConfig(webhook, mail, ping, kinds, pageUrl, Optional.of(limit));
  }
}
