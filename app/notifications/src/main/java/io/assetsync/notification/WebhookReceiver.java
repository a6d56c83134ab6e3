package io.assetsync.notification;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Posts notices. */
final class WebhookReceiver implements Receiver {

  /** Holds the same for each attempt to send the same notice. */
  static final String DELIVERY = "X-Asset-Sync-Delivery";

  private final WebhookConfig config;
  private final Set<NoticeKind> kinds;
  private final HttpCalls calls;
  private final Clock clock;

  WebhookReceiver(WebhookConfig config, Set<NoticeKind> kinds, HttpCalls calls, Clock clock) {
    this.config = config;
    this.kinds = kinds;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public boolean wants(Notice notice) {
    return kinds.contains(notice.kind());
  }

  @Override
  public Reply send(Notice notice) {
    byte[] body = body(notice);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(DELIVERY, notice.id().toString());
    config
        .secret()
        .ifPresent(
            secret -> headers.put(Signature.HEADER, Signature.of(body, secret, clock.instant())));
    return calls.post(config.endpoint(), body, headers);
  }

  private byte[] body(Notice notice) {
    return switch (config.shape()) {
      case JSON -> NoticeJson.of(notice);
      case SLACK -> SlackMessage.of(notice);
      case TEAMS -> TeamsCard.of(notice);
    };
  }
}
