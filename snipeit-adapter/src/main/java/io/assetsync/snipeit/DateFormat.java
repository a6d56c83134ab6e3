package io.assetsync.snipeit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PHP date pattern such as {@code d/m/Y}, in which a site shows days. Names of months and of days
 * of the week are English in it, whatever the language. Immutable.
 */
final class DateFormat {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> WEEKDAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> SHORT_MONTHS = shortened(MONTHS);
  private static final List<String> SHORT_WEEKDAYS = shortened(WEEKDAYS);

  /** The first year that PHP takes two digits for. */
  private static final int FIRST_OF_TWO_DIGITS = 1970;

  private final String pattern;
  private final List<Part> parts;

  /** A letter that stands for a part of the day, or a character that stands for itself. */
  private record Part(char character, boolean isLetter) {}

  private DateFormat(String pattern) {
    this.pattern = pattern;
    this.parts = parts(pattern);
  }

  /**
   * Returns the format of a pattern.
   *
   * @throws IllegalArgumentException with one sentence, if it does not tell a day
   */
  static DateFormat of(String pattern) {
    DateFormat format = new DateFormat(pattern);
    if (!format.hasOneOf("dj") || !format.hasOneOf("mnMF") || !format.hasOneOf("Yy")) {
      throw new IllegalArgumentException(
          "the date format of Snipe-IT's display is a PHP pattern with one day (d or j), one month"
              + " (m, n, M or F) and one year (Y or y), such as d/m/Y");
    }
    return format;
  }

  /** Tells whether a year is shown by two digits only. */
  boolean hidesCentury() {
    return hasOneOf("y");
  }

  /** Tells whether a text is the day in this format, alone or with a time behind it. */
  boolean shows(LocalDate day, String text) {
    String shown = show(day);
    return text.startsWith(shown)
        && (text.length() == shown.length() || text.charAt(shown.length()) == ' ');
  }

  /**
   * Reads a day, or null if the text is none in this format. Two digits of a year are one from 1970
   * to 2069. A zero date has a year before 1.
   */
  @Nullable LocalDate read(String text) {
    ShownDate shown = new ShownDate(text);
    int year = 0;
    int month = 0;
    int day = 0;
    int weekday = 0;
    for (Part part : parts) {
      switch (part.isLetter() ? part.character() : '\0') {
        case 'd' -> day = shown.padded();
        case 'j' -> day = shown.unpadded();
        case 'm' -> month = shown.padded();
        case 'n' -> month = shown.unpadded();
        case 'M' -> month = shown.name(SHORT_MONTHS);
        case 'F' -> month = shown.name(MONTHS);
        case 'D' -> weekday = shown.name(SHORT_WEEKDAYS);
        case 'l' -> weekday = shown.name(WEEKDAYS);
        case 'Y' -> year = shown.year(4);
        case 'y' -> year = withCentury(shown.year(2));
        default -> shown.expect(part.character());
      }
    }
    return shown.isReadWhole() ? day(year, month, day, weekday) : null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DateFormat format && pattern.equals(format.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  /** Returns the pattern. */
  @Override
  public String toString() {
    return pattern;
  }

  private String show(LocalDate day) {
    StringBuilder text = new StringBuilder(pattern.length() + 12);
    for (Part part : parts) {
      switch (part.isLetter() ? part.character() : '\0') {
        case 'd' -> appendPadded(text, day.getDayOfMonth());
        case 'j' -> text.append(day.getDayOfMonth());
        case 'm' -> appendPadded(text, day.getMonthValue());
        case 'n' -> text.append(day.getMonthValue());
        case 'M' -> text.append(SHORT_MONTHS.get(day.getMonthValue() - 1));
        case 'F' -> text.append(MONTHS.get(day.getMonthValue() - 1));
        case 'D' -> text.append(SHORT_WEEKDAYS.get(day.getDayOfWeek().getValue() - 1));
        case 'l' -> text.append(WEEKDAYS.get(day.getDayOfWeek().getValue() - 1));
        case 'Y' -> text.append(day.getYear());
        case 'y' -> appendPadded(text, day.getYear() % 100);
        default -> text.append(part.character());
      }
    }
    return text.toString();
  }

  private boolean hasOneOf(String letters) {
    return parts.stream()
            .filter(part -> part.isLetter() && letters.indexOf(part.character()) >= 0)
            .count()
        == 1;
  }

  /** The day of the week of a zero date is of no account. */
  private static @Nullable LocalDate day(int year, int month, int day, int weekday) {
    try {
      LocalDate read = LocalDate.of(year, month, day);
      boolean fits = weekday == 0 || year < 1 || read.getDayOfWeek().getValue() == weekday;
      return fits ? read : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int withCentury(int year) {
    if (year < 0) {
      return year;
    }
    int before = FIRST_OF_TWO_DIGITS - FIRST_OF_TWO_DIGITS % 100 + year;
    return before < FIRST_OF_TWO_DIGITS ? before + 100 : before;
  }

  private static void appendPadded(StringBuilder text, int number) {
    text.append(number < 10 ? "0" : "").append(number);
  }

  /** A backslash makes a letter stand for itself. */
  private static List<Part> parts(String pattern) {
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < pattern.length(); at++) {
      boolean isEscaped = pattern.charAt(at) == '\\' && at + 1 < pattern.length();
      char character = pattern.charAt(isEscaped ? ++at : at);
      boolean isLetter = !isEscaped && "djmnMFDlYy".indexOf(character) >= 0;
      if (!isEscaped && !isLetter && Character.isLetter(character)) {
        throw new IllegalArgumentException(
            "the letter "
                + character
                + " of the date format is none of d, j, m, n, M, F, D, l, Y and y; put a backslash"
                + " before a letter that stands for itself");
      }
      parts.add(new Part(character, isLetter));
    }
    return List.copyOf(parts);
  }

  private static List<String> shortened(List<String> names) {
    return names.stream().map(name -> name.substring(0, 3)).toList();
  }
}
