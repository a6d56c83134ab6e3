package io.assetsync.snipeit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, money, booleans and dates out of the texts in which Snipe-IT sends them. No text is
 * empty: that is a missing value.
 */
final class Scalars {

  private static final int LENGTH_OF_DATE = 10;
  private static final int LENGTH_OF_DATE_TIME = 19;
  private static final int DIGITS_OF_LONG = 18;
  private static final int MAX_DIGITS_OF_AMOUNT = 30;

  private Scalars() {}

  /** Reads a whole number of 32 bits. */
  static Integer integer(String text) throws UnreadableValueException {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new UnreadableValueException("it is not a whole number of 32 bits");
    }
  }

  /** Reads a whole number of 64 bits. */
  static long whole(String text) throws UnreadableValueException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UnreadableValueException("it is not a whole number");
    }
  }

  /** Reads an id, which is 1 or more. */
  static long id(String text) throws UnreadableValueException {
    long id = whole(text);
    if (id < 1) {
      throw new UnreadableValueException("it is not an id");
    }
    return id;
  }

  /** Reads the number before a word in any language, as in "36 Monate"; "None" is null. */
  static @Nullable Integer months(String text) throws UnreadableValueException {
    int end = 0;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (text.equals("None")) {
      return null;
    }
    if (end == 0 || (end < text.length() && text.charAt(end) != ' ')) {
      throw new UnreadableValueException("it is not a number of months");
    }
    return integer(text.substring(0, end));
  }

  /**
   * Reads an amount with any separators and two decimals: "1,234.50" and "1.234,50" alike. Only the
   * digits and a leading minus count.
   */
  static BigDecimal money(String text) throws UnreadableValueException {
    StringBuilder digits = new StringBuilder(text.length());
    if (text.startsWith("-")) {
      digits.append('-');
    }
    int signs = digits.length();
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    if (digits.length() < signs + 3 || isDigit(text.charAt(text.length() - 3))) {
      throw new UnreadableValueException("it is not an amount with two decimals");
    }
    if (digits.length() - signs > MAX_DIGITS_OF_AMOUNT) {
      throw tooLarge();
    }
    String unscaled = digits.toString();
    return unscaled.length() <= DIGITS_OF_LONG
        ? BigDecimal.valueOf(Long.parseLong(unscaled), 2)
        : new BigDecimal(new BigInteger(unscaled), 2);
  }

  /** Reads an amount that was sent as a number. */
  static BigDecimal amount(BigDecimal number) throws UnreadableValueException {
    long digitsBefore = (long) number.precision() - number.scale();
    if (Math.abs((long) number.scale()) > MAX_DIGITS_OF_AMOUNT
        || digitsBefore > MAX_DIGITS_OF_AMOUNT) {
      throw tooLarge();
    }
    return number;
  }

  /** Reads true, false, 1 and 0. */
  static Boolean bool(String text) throws UnreadableValueException {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new UnreadableValueException("it is neither true nor false");
    };
  }

  /** Tells whether a text has the form of an ISO day, also one of the zero date's forms. */
  static boolean isIsoDay(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (text.length() != LENGTH_OF_DATE + start) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      boolean isSeparator = i == start + 4 || i == start + 7;
      if (isSeparator ? text.charAt(i) != '-' : !isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Reads a day, also out of a date with time; the zero date and years before 1 are null. */
  static @Nullable LocalDate date(String text) throws UnreadableValueException {
    if (text.length() == LENGTH_OF_DATE && !isBeforeYearOne(text)) {
      return dateOf(text);
    }
    LocalDateTime dateTime = dateTime(text);
    return dateTime == null ? null : dateTime.toLocalDate();
  }

  /** Reads a day with time, or a day as its midnight; the zero date and years before 1 are null. */
  static @Nullable LocalDateTime dateTime(String text) throws UnreadableValueException {
    if (isBeforeYearOne(text)) {
      return null;
    }
    if (text.length() == LENGTH_OF_DATE) {
      return dateOf(text).atStartOfDay();
    }
    requireDate(text.length() == LENGTH_OF_DATE_TIME);
    return LocalDateTime.of(dateOf(text), timeOf(text));
  }

  /** MySQL's 0000-00-00 comes out of Snipe-IT as -0001-11-30, and 0000-11-30 a year later. */
  private static boolean isBeforeYearOne(String text) {
    return text.startsWith("-") || text.startsWith("0000-");
  }

  private static LocalDate dateOf(String text) throws UnreadableValueException {
    requireDate(text.charAt(4) == '-' && text.charAt(7) == '-');
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new UnreadableValueException("there is no such day");
    }
  }

  private static LocalTime timeOf(String text) throws UnreadableValueException {
    char separator = text.charAt(10);
    requireDate(separator == ' ' || separator == 'T');
    requireDate(text.charAt(13) == ':' && text.charAt(16) == ':');
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    requireDate(hour < 24 && minute < 60 && second < 60);
    return LocalTime.of(hour, minute, second);
  }

  private static int number(String text, int from, int to) throws UnreadableValueException {
    int number = 0;
    for (int i = from; i < to; i++) {
      requireDate(isDigit(text.charAt(i)));
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static void requireDate(boolean holds) throws UnreadableValueException {
    if (!holds) {
      throw new UnreadableValueException("it is not a date of the form YYYY-MM-DD");
    }
  }

  private static UnreadableValueException tooLarge() {
    return new UnreadableValueException("it has more digits than an amount can have");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
