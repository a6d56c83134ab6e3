package io.assetsync.scheduler;

/**
 * The clock of this machine is too far off for a schedule to keep its times. The message says how
 * far and what to do.
 */
public final class ClockOffException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClockOffException(String message) {
    super(message);
  }
}
