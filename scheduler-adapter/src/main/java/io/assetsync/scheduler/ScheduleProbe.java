package io.assetsync.scheduler;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;

/** Looks whether an instance can keep the times of its schedule, which it may do while stopped. */
record ScheduleProbe(TimeKeeper keeper) implements HealthProbe {

  @Override
  public String name() {
    return "schedule";
  }

  @Override
  public Health check() {
    return keeper.health();
  }
}
