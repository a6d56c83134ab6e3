package io.assetsync.core.model;

/**
 * The number by which the source knows an entity; unique within its {@link EntityType}.
 *
 * <p>It is the source's own number. Only where the source has none does an adapter make one up, and
 * then the same entity always gets the same number.
 */
public record EntityKey(long value) implements Comparable<EntityKey> {

  @Override
  public int compareTo(EntityKey other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
