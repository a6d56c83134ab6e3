package io.assetsync.snipeit.standin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Days and times as a site displays them: by a PHP pattern, in English whatever the language. */
final class DateDisplay {

  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
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

  private DateDisplay() {}

  /** {@code Thu Feb 29, 2024} by default. */
  static String of(LocalDate day, SiteSettings site) {
    return append(new StringBuilder(25), day, site.dateFormat()).toString();
  }

  /** {@code Mon Nov 23, 2026 11:46AM} by default. */
  static String of(LocalDateTime time, SiteSettings site) {
    StringBuilder text = append(new StringBuilder(25), time.toLocalDate(), site.dateFormat());
    int hour = time.getHour() % 12;
    text.append(' ').append(hour == 0 ? 12 : hour).append(':');
    return twoDigits(text, time.getMinute()).append(time.getHour() < 12 ? "AM" : "PM").toString();
  }

  static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static StringBuilder append(StringBuilder text, LocalDate day, String pattern) {
    for (int at = 0; at < pattern.length(); at++) {
      char letter = pattern.charAt(at);
      switch (letter) {
        case 'D' -> text.append(DAYS.get(day.getDayOfWeek().getValue() - 1), 0, 3);
        case 'l' -> text.append(DAYS.get(day.getDayOfWeek().getValue() - 1));
        case 'M' -> text.append(MONTHS.get(day.getMonthValue() - 1), 0, 3);
        case 'F' -> text.append(MONTHS.get(day.getMonthValue() - 1));
        case 'd' -> twoDigits(text, day.getDayOfMonth());
        case 'j' -> text.append(day.getDayOfMonth());
        case 'm' -> twoDigits(text, day.getMonthValue());
        case 'n' -> text.append(day.getMonthValue());
        case 'Y' -> year(text, day.getYear());
        case 'y' -> twoDigits(text, Math.floorMod(day.getYear(), 100));
        default -> text.append(letter);
      }
    }
    return text;
  }

  /** Four digits at least, as in {@code -0001}. */
  private static void year(StringBuilder text, int year) {
    text.append(year < 0 ? "-" : "").append(Seeds.digits(Math.abs(year), 4));
  }
}
