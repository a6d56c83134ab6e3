package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import io.assetsync.scheduler.SchedulerConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * When runs start by themselves.
 *
 * @param instance what this process is called among those that share the schedule, if it is told
 */
record ScheduleConfig(SchedulerConfig times, Optional<String> instance) {

  ScheduleConfig {
    requireNonNull(times, "times");
    requireNonNull(instance, "instance");
  }

  /**
   * Returns the name of this process: unlike others, and the same when it is started again.
   *
   * @param port where it listens; 0 for any, which says nothing
   */
  String instanceAt(int port) {
    long number = port == 0 ? ProcessHandle.current().pid() : port;
    return instance.orElseGet(() -> host() + ":" + number);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
