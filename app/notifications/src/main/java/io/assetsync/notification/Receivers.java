package io.assetsync.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All who are told, each by a thread of its own. Usable from any thread. */
final class Receivers {

  private final List<Outbox> outboxes;
  private final Deadlines deadlines;

  Receivers(List<Outbox> outboxes, Deadlines deadlines) {
    this.outboxes = List.copyOf(outboxes);
    this.deadlines = deadlines;
  }

  static Receivers of(
      NotificationConfig config, Trust trust, Clock clock, DeliveryListener listener) {
    Deadlines deadlines = new Deadlines();
    return new Receivers(
        configured(config, trust, clock, deadlines).stream()
            .map(receiver -> Outbox.of(receiver, listener))
            .toList(),
        deadlines);
  }

  static List<Receiver> configured(
      NotificationConfig config, Trust trust, Clock clock, Deadlines deadlines) {
    HttpCalls calls = new HttpCalls(trust, Limits.DEFAULT, deadlines, new HttpReplies(clock));
    List<Receiver> receivers = new ArrayList<>();
    config
        .webhook()
        .ifPresent(to -> receivers.add(new WebhookReceiver(to, config.kinds(), calls, clock)));
    config
        .mail()
        .ifPresent(
            to ->
                receivers.add(
                    new MailReceiver(to, config.kinds(), trust, Limits.DEFAULT, deadlines)));
    config.ping().ifPresent(to -> receivers.add(new PingReceiver(to, calls)));
    return receivers;
  }

  boolean isEmpty() {
    return outboxes.isEmpty();
  }

  void tell(Notice notice) {
    outboxes.forEach(outbox -> outbox.put(notice));
  }

  /** Waits for what is under way, but not longer than this for all of them together. */
  void close(Duration patience) {
    outboxes.forEach(Outbox::beginClosing);
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (Outbox outbox : outboxes) {
        outbox.awaitClosed(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deadlines.close();
  }
}
