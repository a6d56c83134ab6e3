package io.assetsync.core.engine;

import io.assetsync.core.run.Phase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long a run was in each of its phases; used by the thread of the run. */
final class PhaseTimes {

  private final Map<Phase, Duration> times = new EnumMap<>(Phase.class);

  /** Does work of a phase, and counts its time whether it succeeds or not. */
  <T> T in(Phase phase, Supplier<T> work) {
    long from = System.nanoTime();
    try {
      return work.get();
    } finally {
      times.merge(phase, Duration.ofNanos(System.nanoTime() - from), Duration::plus);
    }
  }

  void in(Phase phase, Runnable work) {
    in(
        phase,
        () -> {
          work.run();
          return true;
        });
  }

  Map<Phase, Duration> times() {
    return times;
  }
}
