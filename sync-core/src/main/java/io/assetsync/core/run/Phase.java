package io.assetsync.core.run;

import java.util.Locale;

/** What a run does one after the other. */
public enum Phase {
  /** It reads every type from the source and stages it. */
  READING,
  /** It compares what was staged with the mirror. */
  PLANNING,
  /** It asks the source by key for rows that were not listed. */
  CONFIRMING,
  /** It commits, or undoes. */
  PUBLISHING;

  /** Returns the name in lower case, as stored and shown. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
