package io.assetsync.snipeit;

import java.util.HashSet;
import java.util.Set;

/** Which rows of a listing have been seen. */
sealed interface SeenRows {

  boolean contains(long key);

  void add(long key);

  /** Returns the number of rows seen, those without a key included. */
  long count();

  static SeenRows of(Kind kind) {
    return kind.sort().equals(Kind.BY_ID) ? new UpTo() : new Listed();
  }

  /** In the order of ids, the last one tells all: eight bytes for a million rows. */
  final class UpTo implements SeenRows {
    private long last;
    private long count;

    @Override
    public boolean contains(long key) {
      return key <= last;
    }

    @Override
    public void add(long key) {
      last = Math.max(last, key);
      count++;
    }

    @Override
    public long count() {
      return count;
    }
  }

  /** In any other order, every id has to be remembered. */
  final class Listed implements SeenRows {
    private final Set<Long> keys = new HashSet<>();
    private long keyless;

    @Override
    public boolean contains(long key) {
      return keys.contains(key);
    }

    @Override
    public void add(long key) {
      if (key > 0) {
        keys.add(key);
      } else {
        keyless++;
      }
    }

    @Override
    public long count() {
      return keys.size() + keyless;
    }
  }
}
