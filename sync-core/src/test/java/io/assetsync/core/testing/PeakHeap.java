package io.assetsync.core.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;

/** The largest heap of this JVM in use, garbage included, for benchmarks. */
public final class PeakHeap {

  private PeakHeap() {}

  /** Collects garbage and starts anew. */
  public static void reset() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** Returns the peak since the last {@link #reset()}, summed up over the parts of the heap. */
  public static long bytes() {
    return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
