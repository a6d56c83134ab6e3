package io.assetsync.notification;

import java.util.Locale;

/** What becomes of a notice at one receiver. */
public enum Delivery {
  /** The receiver took it. */
  SENT,
  /** The receiver did not take it, in the last attempt either. */
  FAILED,
  /**
   * It gave way to newer ones or to the end of the process, and the receiver may have missed it.
   */
  DROPPED;

  /** Returns the name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
