package io.assetsync.app.logging;

import java.util.Locale;

/** How a line of the log is written. */
public enum LogFormat {
  /** For people. */
  TEXT,
  /** One JSON object a line, for programs. */
  JSON;

  /** Returns the name in lower case, as settings have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
