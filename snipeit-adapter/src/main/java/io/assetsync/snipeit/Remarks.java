package io.assetsync.snipeit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person should know about the values of one reading, counted while its pages are decoded.
 * An entity counts once, on however many pages it comes. Used by any threads.
 */
final class Remarks {

  private static final int BITS_OF_CHUNK = 16;

  private final Map<Remark, Map<Long, BitSet>> entities =
      new TreeMap<>(
          Comparator.comparing(Remark::matter)
              .thenComparingLong(Remark::field)
              .thenComparing(Remark::name));
  private final TreeSet<String> others = new TreeSet<>();

  /** Counts an entity whose value gives reason to a remark. */
  synchronized void add(Remark remark, long key) {
    entities
        .computeIfAbsent(remark, first -> new HashMap<>())
        .computeIfAbsent(key >>> BITS_OF_CHUNK, chunk -> new BitSet())
        .set((int) (key & ((1L << BITS_OF_CHUNK) - 1)));
  }

  /** Adds a remark on the reading as a whole. */
  synchronized void add(String sentence) {
    others.add(sentence);
  }

  /** Returns a sentence for each remark, in an order that does not depend on that of the pages. */
  synchronized List<String> sentences() {
    List<String> sentences = new ArrayList<>(others);
    entities.forEach((remark, keys) -> sentences.add(remark.sentence(count(keys))));
    return List.copyOf(sentences);
  }

  private static long count(Map<Long, BitSet> keys) {
    return keys.values().stream().mapToLong(BitSet::cardinality).sum();
  }
}
