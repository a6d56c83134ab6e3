package io.assetsync.notification;

/** Somebody who is told. Called by one thread at a time. */
interface Receiver {

  /** Returns its name for people. */
  String name();

  /** Tells whether a notice is for it. */
  boolean wants(Notice notice);

  /**
   * Tries once to send a notice, within bounded time. What goes wrong on the way is in the reply
   * and is not thrown.
   */
  Reply send(Notice notice);
}
