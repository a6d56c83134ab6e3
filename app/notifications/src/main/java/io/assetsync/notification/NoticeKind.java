package io.assetsync.notification;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a notice is about. */
public enum NoticeKind {
  /** A run failed, or its process ended under it: nothing was published. */
  FAILURE(Severity.ERROR),
  /** The guards refused a run: nothing was published. */
  REFUSAL(Severity.ERROR),
  /** A run held removals or whole types back and published the rest. */
  HELD(Severity.WARNING),
  /** Scheduled times have passed without a run. */
  MISSED(Severity.WARNING),
  /** The last success is longer ago than the freshness limit. */
  STALENESS(Severity.ERROR),
  /** The first success after one of the above. */
  RECOVERY(Severity.INFO),
  /** A run did all it was asked for. Told to monitors only, never to people. */
  SUCCESS(Severity.INFO),
  /** A person tries the receivers. */
  TEST(Severity.INFO);

  private static final Set<NoticeKind> CHOOSABLE =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(SUCCESS, TEST)));

  private final Severity severity;

  NoticeKind(Severity severity) {
    this.severity = severity;
  }

  /** Returns the kinds that people can choose to be told of. */
  public static Set<NoticeKind> choosable() {
    return CHOOSABLE;
  }

  /** Returns the choosable kind with a code, or empty if there is none. */
  public static Optional<NoticeKind> ofCode(String code) {
    return CHOOSABLE.stream().filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** Returns the name in lower case, as configured and sent. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Severity severity() {
    return severity;
  }

  /** Tells whether a run that ends so has not done all it was asked for. */
  boolean isBadEnd() {
    return this == FAILURE || this == REFUSAL || this == HELD;
  }
}
