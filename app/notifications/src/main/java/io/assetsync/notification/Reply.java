package io.assetsync.notification;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one attempt to send something.
 *
 * @param detail what was answered or went wrong, in a few words without secrets
 * @param retryAfter how long the receiver wants to be left alone
 */
record Reply(Status status, String detail, Optional<Duration> retryAfter) {

  /** Whether to try again. */
  enum Status {
    DELIVERED,
    /** It may work later. */
    NOT_NOW,
    /** It will not work however often it is tried. */
    NEVER
  }

  static Reply delivered(String detail) {
    return new Reply(Status.DELIVERED, detail, Optional.empty());
  }

  static Reply notNow(String detail) {
    return new Reply(Status.NOT_NOW, detail, Optional.empty());
  }

  static Reply never(String detail) {
    return new Reply(Status.NEVER, detail, Optional.empty());
  }
}
