package io.assetsync.snipeit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the days of custom fields on one page are to be read, which the page itself tells best: its
 * other dates come in ISO form and as the site shows them. Used by one thread.
 *
 * <p>Where they do not settle it, what was known before does, and then the days themselves, such as
 * one above 12. Days that were read before the page had told enough make it {@linkplain #outgrown
 * outgrown}: it is then read again, so that the order of the rows plays no part.
 */
final class PageDates {

  private static final int LENGTH_OF_DATE = 10;
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  private final Optional<DateFormat> configured;
  private final DateFormats before;
  private DateFormats shown = DateFormats.OFFERED;
  private DateFormats fitting = DateFormats.OFFERED;
  private DateFormats present;
  private @Nullable DateFormats used;
  private boolean outgrown;
  private boolean told;

  /**
   * @param configured the only format to read with, whatever the page tells
   * @param before what was known of the site before
   */
  PageDates(Optional<DateFormat> configured, DateFormats before) {
    this.configured = configured;
    this.before = before;
    this.present = conclude();
  }

  /** Tells whether more dates that were sent in both forms would be of use. */
  boolean isCurious() {
    return shown.formats().size() > 1;
  }

  /** Takes a date that was sent in ISO form, with or without a time, and as the site shows it. */
  void learn(String iso, String asShown) {
    LocalDate day = dayOf(iso);
    if (day != null && isCurious()) {
      told = true;
      shown = shown.showing(day, asShown);
      present = conclude();
    }
  }

  /** Returns every day that a text as the site shows it may be; empty if it is none. */
  Set<LocalDate> days(String text) {
    if (configured.isPresent()) {
      LocalDate day = configured.get().read(text);
      return day == null ? Set.of() : Set.of(day);
    }
    fitting = fitting.reading(text);
    present = conclude();
    outgrown |= used != null && !used.equals(present);
    used = present;
    return present.days(text);
  }

  /** Tells whether the site shows its days in no format that is known. */
  boolean isUnknown() {
    return configured.isEmpty() && present.formats().isEmpty();
  }

  /** Tells whether some day was read with less than the page tells on the whole. */
  boolean isOutgrown() {
    return outgrown || (used != null && !used.equals(present));
  }

  /** Returns the dates of the same page for reading it with all that it tells. */
  PageDates settled() {
    PageDates settled = new PageDates(configured, before);
    settled.shown = shown;
    settled.fitting = fitting;
    settled.present = present;
    settled.told = told;
    return settled;
  }

  /** Returns the formats that the dates in both forms leave possible. */
  DateFormats shown() {
    return shown;
  }

  /** Tells whether there was a date in both forms. */
  boolean wasTold() {
    return told;
  }

  private DateFormats conclude() {
    DateFormats possible = shown;
    if (possible.formats().size() > 1) {
      possible = possible.among(before);
    }
    return possible.formats().size() > 1 ? possible.among(fitting) : possible;
  }

  /** Returns the day, or null for one whose year is shown in a way of its own. */
  private static @Nullable LocalDate dayOf(String iso) {
    try {
      LocalDate day =
          iso.length() < LENGTH_OF_DATE ? null : Scalars.date(iso.substring(0, LENGTH_OF_DATE));
      boolean isPlain = day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
      return isPlain ? day : null;
    } catch (UnreadableValueException e) {
      return null;
    }
  }
}
