package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One time at which an entry of the schedule was to start a run. Entry and instant together name
 * it: a time has one run, whichever instance of the schedule starts it.
 *
 * @param name the entry, such as {@code Asset Sync 08:00}
 * @param at when
 */
public record ScheduledTime(String name, Instant at) {

  public ScheduledTime {
    requireNonNull(name, "name");
    requireNonNull(at, "at");
  }

  @Override
  public String toString() {
    return name + " of " + at;
  }
}
