package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as the database holds them, which here may be texts: MySQL keeps a zero date as
 * {@code 0000-00-00}, and what is no date at all is shown with a remark.
 */
final class StoredTime {

  private static final String ZERO = "0000-00-00";

  /** What PHP makes of a zero date. */
  private static final LocalDate SHOWN_ZERO = LocalDate.of(-1, 11, 30);

  private StoredTime() {}

  /** The day that a stored value is computed with; null if it is none. */
  static @Nullable LocalDate day(@Nullable Object stored) {
    if (stored instanceof String text) {
      return text.equals(ZERO) ? SHOWN_ZERO : parsed(text);
    }
    return stored instanceof LocalDate day ? day : null;
  }

  static void writeDate(@Nullable Object stored, View view, JsonGenerator json) throws IOException {
    LocalDate day = day(stored);
    if (day == null) {
      json.writeString(stored == null ? null : stored + " (Invalid date value.)");
      return;
    }
    json.writeStartObject();
    json.writeStringField("date", day.toString());
    json.writeStringField("formatted", DateDisplay.of(day, view.site()));
    json.writeEndObject();
  }

  static void writeTime(@Nullable Object stored, View view, JsonGenerator json) throws IOException {
    LocalDateTime time = time(stored);
    if (time == null) {
      json.writeString(stored == null ? null : stored + " (Invalid datetime value.)");
      return;
    }
    LocalDateTime shown = existing(time, view.content().clock().getZone());
    json.writeStartObject();
    json.writeStringField("datetime", Formats.sql(shown));
    json.writeStringField("formatted", DateDisplay.of(shown, view.site()));
    json.writeEndObject();
  }

  private static @Nullable LocalDate parsed(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException bad) {
      return null;
    }
  }

  private static @Nullable LocalDateTime time(@Nullable Object stored) {
    if ((ZERO + " 00:00:00").equals(stored)) {
      return SHOWN_ZERO.atStartOfDay();
    }
    return stored instanceof LocalDateTime time ? time : null;
  }

  /** A wall time that clocks skip in spring comes out later by what they skip. */
  private static LocalDateTime existing(LocalDateTime time, ZoneId zone) {
    return zone instanceof ZoneOffset ? time : time.atZone(zone).toLocalDateTime();
  }
}
