package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * How the service is set up, as its page shows it.
 *
 * @param instance the name by which the schedule knows this process
 * @param startedAt when it started
 * @param settings what is configured, in the order in which it is to be shown
 */
public record Installation(String instance, Instant startedAt, List<Setting> settings) {

  public Installation {
    requireNonNull(instance, "instance");
    requireNonNull(startedAt, "startedAt");
    settings = List.copyOf(settings);
  }

  /**
   * Something that is configured.
   *
   * @param name as it is written in the configuration
   * @param value with whatever is secret masked; empty if nothing is set
   * @param origin where it was found, for people
   */
  public record Setting(String name, String value, String origin) {

    public Setting {
      requireNonNull(name, "name");
      requireNonNull(value, "value");
      requireNonNull(origin, "origin");
    }
  }
}
