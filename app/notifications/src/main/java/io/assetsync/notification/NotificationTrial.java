package io.assetsync.notification;

import java.time.Clock;
import java.util.List;

/** Sends a test notice to every configured receiver now, once, so that a person can see it. */
public final class NotificationTrial {

  private NotificationTrial() {}

  /**
   * What became of the test at one receiver.
   *
   * @param receiver {@code webhook}, {@code mail} or {@code ping}
   * @param detail what it answered or what went wrong, without secrets
   */
  public record Result(String receiver, boolean delivered, String detail) {}

  /** Sends one after the other and waits, for less than a minute each. Never throws. */
  public static List<Result> of(NotificationConfig config, Trust trust, Clock clock) {
    Notice test = new Notices(clock, config.pageUrl()).test();
    try (Deadlines deadlines = new Deadlines()) {
      return Receivers.configured(config, trust, clock, deadlines).stream()
          .map(receiver -> result(receiver, test))
          .toList();
    }
  }

  private static Result result(Receiver receiver, Notice test) {
    Reply reply = receiver.send(test);
    return new Result(receiver.name(), reply.status() == Reply.Status.DELIVERED, reply.detail());
  }
}
