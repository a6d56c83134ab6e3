package io.assetsync.snipeit.standin;

/** Numbers that look random and are always the same for the same seed. */
final class Seeds {

  private Seeds() {}

  /** SplitMix64 over two values. */
  static long mix(long seed, long value) {
    long mixed = seed * 0x9E3779B97F4A7C15L + value * 0xD1B54A32D192ED03L + 0x8CB92BA72F3D8DD7L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** A number with zeros in front, much faster than a format string. */
  static String digits(long number, int width) {
    String digits = Long.toString(number);
    return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
  }

  /** A number from 0 to {@code bound - 1} for one property of one row. */
  static int pick(long seed, int id, int property, int bound) {
    return (int) Long.remainderUnsigned(mix(seed + property, id), bound);
  }
}
