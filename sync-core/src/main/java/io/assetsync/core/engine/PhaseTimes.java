package io.assetsync.core.engine;

import io.assetsync.core.run.Phase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** In which phase a run is, and how long it was in each; used by the thread of the run. */
final class PhaseTimes {

  private final Map<Phase, Duration> times = new EnumMap<>(Phase.class);
  private final Consumer<Phase> begun;

  /**
   * @param begun is told each time a phase begins
   */
  PhaseTimes(Consumer<Phase> begun) {
    this.begun = begun;
  }

  /** Does work of a phase, and counts its time whether it succeeds or not. */
  <T> T in(Phase phase, Supplier<T> work) {
    begun.accept(phase);
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
