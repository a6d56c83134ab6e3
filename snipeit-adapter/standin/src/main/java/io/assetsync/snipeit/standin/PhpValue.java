package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PHP 8 reads texts as numbers, which decides what odd parameters do. */
final class PhpValue {

  private static final Pattern NUMERIC_PREFIX =
      Pattern.compile("^\\s*([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)(\\s*)");

  private PhpValue() {}

  /** {@code intval}: the number a text starts with, without its fraction; 0 when there is none. */
  static int integer(String text) {
    Matcher matcher = NUMERIC_PREFIX.matcher(text);
    if (!matcher.find()) {
      return 0;
    }
    double number = Double.parseDouble(matcher.group(1));
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }

  /** {@code text > number}: by value if the whole text is a number, else as texts. */
  static boolean greater(String text, int number) {
    Matcher matcher = NUMERIC_PREFIX.matcher(text);
    if (matcher.find() && matcher.end() == text.length()) {
      return new BigDecimal(matcher.group(1)).compareTo(BigDecimal.valueOf(number)) > 0;
    }
    return text.compareTo(Integer.toString(number)) > 0;
  }
}
