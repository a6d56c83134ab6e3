package io.assetsync.core.run;

import java.time.Duration;
import java.time.Instant;

/**
 * The record that the instances of a schedule share: whether it runs, which of its times are
 * settled, and which instances there are. That a time has one run at most is for {@link
 * RunLog#started} to see to.
 *
 * <p>Usable from any thread and by any number of processes. Every method throws {@link
 * io.assetsync.core.error.StoreException} when the record cannot be reached or used.
 */
public interface ScheduleLog {

  /**
   * Returns what the clock that all instances share shows; where there is none, the caller's own.
   *
   * @param own what the caller's shows
   */
  Instant clock(Instant own);

  /**
   * Takes part from now on. The first instance of all begins the record: running, with every time
   * until then settled. Where no other instance has checked in within a while before, as after a
   * restart, a schedule that was stopped runs again; its settled times stay as they are.
   *
   * @param presence how long after its last check-in another instance counts as there
   * @return what is shared, as it was before a stopped schedule was started by this call
   */
  ScheduleState join(String instance, Instant at, Duration presence);

  /** Says that an instance that has joined is still there, and returns what is shared. */
  ScheduleState checkIn(String instance, Instant at);

  /** Takes part no more. Without effect if it did not. */
  void leave(String instance);

  /**
   * Starts or stops the schedule for all instances.
   *
   * @param by who wants it
   * @return what was shared before; if it was so already, nothing has changed
   */
  ScheduleState change(boolean running, String by, Instant at);

  /** Says that every time until then, inclusive, has its record. Never goes back. */
  void settle(Instant until);
}
