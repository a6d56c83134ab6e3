package io.assetsync.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * An immutable set of {@link EntityKey} values in ascending order, eight bytes a key.
 *
 * <p>It exists because a plan over a large mirror may name hundreds of thousands of keys.
 */
public final class KeySet {

  private static final KeySet EMPTY = new KeySet(new long[0]);

  private final long[] sorted;

  private KeySet(long[] sorted) {
    this.sorted = sorted;
  }

  public static KeySet empty() {
    return EMPTY;
  }

  /** Returns the set of the given keys; order and repetition do not matter. */
  public static KeySet of(LongStream keys) {
    return new KeySet(keys.sorted().distinct().toArray());
  }

  public static KeySet of(long... keys) {
    return of(Arrays.stream(keys));
  }

  public int size() {
    return sorted.length;
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  public boolean contains(long key) {
    return Arrays.binarySearch(sorted, key) >= 0;
  }

  /** Returns the keys that are in this set and not in the other. */
  public KeySet minus(KeySet other) {
    return other.isEmpty() ? this : where(key -> !other.contains(key));
  }

  /** Returns the keys that are in this set or in the other. */
  public KeySet plus(KeySet other) {
    return other.isEmpty() ? this : of(LongStream.concat(stream(), other.stream()));
  }

  /** Returns the keys for which the predicate holds. */
  public KeySet where(LongPredicate predicate) {
    return new KeySet(stream().filter(predicate).toArray());
  }

  /** Returns the keys in ascending order. */
  public LongStream stream() {
    return Arrays.stream(sorted);
  }

  /** Returns the first keys in ascending order, for messages and samples. */
  public List<EntityKey> first(int max) {
    return stream().limit(max).mapToObj(EntityKey::new).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeySet set && Arrays.equals(sorted, set.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  /** Returns up to three keys and the count of the rest, such as {@code "3, 8, 9 and 12 more"}. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "none";
    }
    String shown = String.join(", ", first(3).stream().map(EntityKey::toString).toList());
    return size() <= 3 ? shown : shown + " and " + (size() - 3) + " more";
  }
}
