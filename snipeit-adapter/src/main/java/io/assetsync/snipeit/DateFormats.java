package io.assetsync.snipeit;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The formats in which a site may show its days, as far as they are not ruled out. Immutable.
 *
 * @param formats none if the site shows days in a format that is not known
 */
record DateFormats(List<DateFormat> formats) {

  private static final int CENTURY = 100;

  /** Those that Snipe-IT offers in its settings. */
  static final DateFormats OFFERED =
      new DateFormats(
          Stream.of(
                  "Y-m-d",
                  "D M d, Y",
                  "M j, Y",
                  "d M, Y",
                  "m/d/Y",
                  "n/d/y",
                  "d/m/Y",
                  "d.m.Y",
                  "Y.m.d.")
              .map(DateFormat::of)
              .toList());

  DateFormats {
    formats = List.copyOf(formats);
  }

  /** Tells whether only one is left. */
  boolean isSettled() {
    return formats.size() == 1;
  }

  /** Returns those that show a day as it was shown, alone or with a time behind it. */
  DateFormats showing(LocalDate day, String shown) {
    return where(format -> format.shows(day, shown));
  }

  /** Returns those in which a text is a day; all, if it is one in none of them. */
  DateFormats reading(String text) {
    DateFormats reading = where(format -> format.read(text) != null);
    return reading.formats.isEmpty() ? this : reading;
  }

  /** Returns those that are among the others, too; all, if none is. */
  DateFormats among(DateFormats others) {
    DateFormats common = where(others.formats::contains);
    return common.formats.isEmpty() ? this : common;
  }

  /** Returns every day that a text may be. One whose century is hidden may be that of two. */
  Set<LocalDate> days(String text) {
    Set<LocalDate> days = new LinkedHashSet<>();
    for (DateFormat format : formats) {
      LocalDate day = format.read(text);
      if (day != null) {
        days.add(day);
        if (format.hidesCentury() && day.getYear() > 0) {
          days.add(day.minusYears(CENTURY));
        }
      }
    }
    return days;
  }

  private DateFormats where(Predicate<DateFormat> holds) {
    return new DateFormats(formats.stream().filter(holds).toList());
  }
}
