package io.assetsync.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is known of each client, forgotten for those not seen for longest when there are many. */
final class RecentlyUsed<V> {

  private final int max;
  private final Supplier<V> beginning;
  private final Map<String, V> values = new LinkedHashMap<>(16, 0.75f, true);

  RecentlyUsed(int max, Supplier<V> beginning) {
    this.max = max;
    this.beginning = beginning;
  }

  /** Returns what is known of a client; to be called and used under one lock. */
  V of(String client) {
    V value = values.computeIfAbsent(client, unknown -> beginning.get());
    if (values.size() > max) {
      values.remove(values.keySet().iterator().next());
    }
    return value;
  }
}
