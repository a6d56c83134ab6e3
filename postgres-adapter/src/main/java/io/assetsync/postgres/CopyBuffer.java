package io.assetsync.postgres;

import java.util.Arrays;

/**
 * Fields and rows in the binary format of {@code COPY}, growing as needed.
 *
 * <p>Used by one thread at a time.
 */
final class CopyBuffer {

  private byte[] bytes = new byte[8 * 1024];
  private int length;

  /** Returns the array that holds the content until the next change. */
  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Starts a row of so many fields. */
  void putRow(int fields) {
    ensure(Short.BYTES);
    bytes[length++] = (byte) (fields >>> 8);
    bytes[length++] = (byte) fields;
  }

  void putMissing() {
    putInt(-1);
  }

  void putField(byte[] value) {
    putInt(value.length);
    put(value);
  }

  void putBooleanField(boolean value) {
    putInt(1);
    putByte(value ? 1 : 0);
  }

  void putIntField(int value) {
    putInt(Integer.BYTES);
    putInt(value);
  }

  void putLongField(long value) {
    putInt(Long.BYTES);
    putLong(value);
  }

  void putUuidField(RowHash value) {
    putInt(2 * Long.BYTES);
    putLong(value.high());
    putLong(value.low());
  }

  /** Puts a value of the type {@code jsonb}: its text behind the number of its format. */
  void putJsonField(byte[] text) {
    putInt(1 + text.length);
    putByte(1);
    put(text);
  }

  void put(byte[] value) {
    put(value, 0, value.length);
  }

  /** Puts the content of another buffer, from a position on. */
  void put(CopyBuffer other, int start) {
    put(other.bytes, start, other.length - start);
  }

  private void put(byte[] value, int start, int count) {
    ensure(count);
    System.arraycopy(value, start, bytes, length, count);
    length += count;
  }

  private void putByte(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  private void putInt(int value) {
    ensure(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  private void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  private void ensure(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, 1L << 30)));
    }
  }
}
