package io.assetsync.snipeit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Days as PHP shows them, written with Java's own patterns. */
final class PhpDates {

  private static final Map<String, String> PATTERNS =
      Map.of(
          "Y-m-d", "uuuu-MM-dd",
          "D M d, Y", "EEE MMM dd, uuuu",
          "M j, Y", "MMM d, uuuu",
          "d M, Y", "dd MMM, uuuu",
          "m/d/Y", "MM/dd/uuuu",
          "n/d/y", "M/dd/uu",
          "d/m/Y", "dd/MM/uuuu",
          "d.m.Y", "dd.MM.uuuu",
          "Y.m.d.", "uuuu.MM.dd.");

  private PhpDates() {}

  static String show(String format, LocalDate day) {
    String pattern = PATTERNS.get(format);
    if (pattern == null) {
      throw new AssertionError("Snipe-IT does not offer " + format);
    }
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }
}
