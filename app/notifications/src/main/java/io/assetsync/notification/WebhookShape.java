package io.assetsync.notification;

import java.util.Locale;

/** What the body of a webhook call looks like. */
public enum WebhookShape {
  /** The members of a notice, as {@code docs/notice.schema.json} describes them. */
  JSON,
  /** A message for a Slack incoming webhook. */
  SLACK,
  /** An Adaptive Card for a Microsoft Teams workflow. */
  TEAMS;

  /** Returns the name in lower case, as configured. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
