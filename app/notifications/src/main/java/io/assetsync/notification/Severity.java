package io.assetsync.notification;

import java.util.Locale;

/** How urgently a person should look. */
enum Severity {
  INFO,
  WARNING,
  ERROR;

  /** Returns the name in lower case, as sent. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
