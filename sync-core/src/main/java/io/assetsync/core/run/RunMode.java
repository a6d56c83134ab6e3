package io.assetsync.core.run;

import java.util.Locale;

/** How far a run goes. */
public enum RunMode {
  /** Reads everything and publishes what the policy approves. */
  FULL,
  /**
   * Reads what has changed since the last run and publishes that; never removes what it does not
   * see. Where changes cannot be told, it reads everything.
   */
  CHANGES,
  /** Reads everything and reports what would be published; changes nothing. */
  PREVIEW,
  /** Reads nothing and puts the mirror back to what it was before a run. */
  UNDO;

  /** Returns the name in lower case, as stored and shown. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
