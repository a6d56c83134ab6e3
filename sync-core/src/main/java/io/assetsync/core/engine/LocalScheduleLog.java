package io.assetsync.core.engine;

import static java.util.Comparator.comparing;

import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.ScheduleState;
import io.assetsync.core.run.ScheduleState.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a schedule in memory: of one process, and forgotten with it. Usable from any
 * thread.
 */
public final class LocalScheduleLog implements ScheduleLog {

  private final List<Instance> instances = new ArrayList<>();
  private boolean running = true;
  private @Nullable Instant changedAt;
  private String changedBy = "";
  private Instant settledUntil = Instant.MIN;

  @Override
  public Instant clock(Instant own) {
    return own;
  }

  @Override
  public synchronized ScheduleState join(String instance, Instant at, Duration presence) {
    Instant present = at.minus(presence);
    boolean isAlone =
        instances.stream()
            .noneMatch(other -> !other.name().equals(instance) && !other.seen().isBefore(present));
    leave(instance);
    instances.add(new Instance(instance, at, at));
    if (changedAt == null) {
      changedAt = at;
      changedBy = instance;
      settledUntil = at;
    }
    ScheduleState before = state(at);
    if (isAlone) {
      change(true, instance, at);
    }
    return before;
  }

  @Override
  public synchronized ScheduleState checkIn(String instance, Instant at) {
    instances.replaceAll(
        known -> known.name().equals(instance) ? new Instance(instance, known.since(), at) : known);
    return state(at);
  }

  @Override
  public synchronized void leave(String instance) {
    instances.removeIf(known -> known.name().equals(instance));
  }

  @Override
  public synchronized ScheduleState change(boolean wished, String by, Instant at) {
    ScheduleState before = state(at);
    if (running != wished) {
      running = wished;
      changedAt = at;
      changedBy = by;
    }
    return before;
  }

  @Override
  public synchronized void settle(Instant until) {
    settledUntil = until.isAfter(settledUntil) ? until : settledUntil;
  }

  private ScheduleState state(Instant at) {
    return new ScheduleState(
        running,
        changedAt == null ? at : changedAt,
        changedBy,
        settledUntil,
        instances.stream().sorted(comparing(Instance::name)).toList(),
        at);
  }
}
