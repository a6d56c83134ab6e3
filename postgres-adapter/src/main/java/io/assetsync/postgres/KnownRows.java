package io.assetsync.postgres;

import io.assetsync.core.model.KeySet;
import java.util.stream.IntStream;

/**
 * The rows of one table: those of the mirror, and those that the run has read, with the hash of
 * each row's newest state.
 *
 * <p>A hash table with linear probing over primitive arrays, 25 bytes a slot and at most 100 bytes
 * a row while it grows. Used by one thread at a time.
 */
final class KnownRows {

  /** What a row that was read means for the staging of its type. */
  enum Sighting {
    /** As it is in the mirror or as it was last sent: there is nothing to send. */
    SAME,
    /** New, or different from the mirror. */
    DIFFERENT,
    /** Different from what was sent before. */
    DIFFERENT_AGAIN
  }

  private static final byte USED = 1;
  private static final byte PRESENT = 2;
  private static final byte GONE = 4;
  private static final byte SEEN = 8;
  private static final byte READ = 16;
  private static final byte SENT = 32;
  private static final byte LIVE = 64;

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[64];
  private long[] highs = new long[64];
  private long[] lows = new long[64];
  private byte[] states = new byte[64];
  private int size;
  private long present;
  private long read;

  /** Adds a row of the mirror; each once, before anything is read. */
  void add(long key, RowHash hash, boolean gone, boolean live) {
    int slot = slotFor(key);
    highs[slot] = hash.high();
    lows[slot] = hash.low();
    states[slot] |= gone ? GONE : PRESENT;
    states[slot] |= live ? LIVE : 0;
    present += gone ? 0 : 1;
  }

  /** Notes that a row was read, and remembers its state. */
  Sighting read(long key, RowHash hash) {
    int slot = slotFor(key);
    byte before = states[slot];
    read += (before & READ) == 0 ? 1 : 0;
    boolean known = (before & (PRESENT | SENT)) != 0;
    if (known && highs[slot] == hash.high() && lows[slot] == hash.low()) {
      states[slot] |= SEEN | READ;
      return Sighting.SAME;
    }
    highs[slot] = hash.high();
    lows[slot] = hash.low();
    states[slot] |= SEEN | READ | SENT;
    return (before & SENT) == 0 ? Sighting.DIFFERENT : Sighting.DIFFERENT_AGAIN;
  }

  /** Notes that there is a row which could not be read. */
  void reject(long key) {
    states[slotFor(key)] |= SEEN;
  }

  /** Returns the number of rows of the mirror, those that are gone left out. */
  long present() {
    return present;
  }

  /** Returns the number of distinct rows read. */
  long read() {
    return read;
  }

  /** Returns the rows of the mirror, not yet gone, that were neither read nor rejected. */
  KeySet absent() {
    return absent(PRESENT);
  }

  /** Returns those among the absent rows that are active or archived. */
  KeySet absentLive() {
    return absent((byte) (PRESENT | LIVE));
  }

  private KeySet absent(byte flags) {
    return KeySet.of(
        IntStream.range(0, states.length)
            .filter(slot -> (states[slot] & (flags | SEEN)) == flags)
            .mapToLong(slot -> keys[slot]));
  }

  private int slotFor(long key) {
    if (size >= keys.length / 4 * 3) {
      grow();
    }
    int slot = find(key);
    if (states[slot] == 0) {
      states[slot] = USED;
      keys[slot] = key;
      size++;
    }
    return slot;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * GOLDEN_RATIO) >>> 32) & mask;
    while (states[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldHighs = highs;
    long[] oldLows = lows;
    byte[] oldStates = states;
    keys = new long[Math.multiplyExact(oldKeys.length, 2)];
    highs = new long[keys.length];
    lows = new long[keys.length];
    states = new byte[keys.length];
    for (int old = 0; old < oldStates.length; old++) {
      if (oldStates[old] != 0) {
        int slot = find(oldKeys[old]);
        keys[slot] = oldKeys[old];
        highs[slot] = oldHighs[old];
        lows[slot] = oldLows[old];
        states[slot] = oldStates[old];
      }
    }
  }
}
