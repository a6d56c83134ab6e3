package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** Times, money, slugs and ages as Snipe-IT writes them. */
final class Formats {

  private Formats() {}

  /** {@code 2026-11-23 11:46:50}. */
  static String sql(LocalDateTime time) {
    StringBuilder text = new StringBuilder(19).append(time.toLocalDate()).append(' ');
    DateDisplay.twoDigits(text, time.getHour()).append(':');
    DateDisplay.twoDigits(text, time.getMinute()).append(':');
    return DateDisplay.twoDigits(text, time.getSecond()).toString();
  }

  /** {@code 1,234.50}, or {@code 1.234,50} with European numbers. */
  static String money(BigDecimal amount, SiteSettings site) {
    String plain = amount.abs().setScale(2, RoundingMode.HALF_UP).toPlainString();
    int point = plain.length() - 3;
    StringBuilder text = new StringBuilder(plain.length() + 6);
    if (amount.signum() < 0) {
      text.append('-');
    }
    for (int at = 0; at < point; at++) {
      if (at > 0 && (point - at) % 3 == 0) {
        text.append(site.europeanNumbers() ? '.' : ',');
      }
      text.append(plain.charAt(at));
    }
    text.append(site.europeanNumbers() ? ',' : '.');
    return text.append(plain, point + 1, plain.length()).toString();
  }

  /** Letters and digits in lower case, everything between them as one separator. */
  static String slug(String text, char separator) {
    String plain = Ranking.fold(text).replace("ß", "ss");
    StringBuilder slug = new StringBuilder(plain.length());
    boolean between = false;
    for (int at = 0; at < plain.length(); at++) {
      char character = plain.charAt(at);
      boolean kept =
          (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
      if (kept && between && !slug.isEmpty()) {
        slug.append(separator);
      }
      if (kept) {
        slug.append(character);
      }
      between = !kept;
    }
    return slug.toString();
  }

  /** The largest unit that fits, {@code 3 weeks ago} or {@code 2 years from now}. */
  static String age(LocalDate date, LocalDateTime now) {
    LocalDateTime then = date.atStartOfDay();
    boolean past = !then.isAfter(now);
    LocalDateTime from = past ? then : now;
    LocalDateTime to = past ? now : then;
    Period period = Period.between(from.toLocalDate(), to.toLocalDate());
    long days = ChronoUnit.DAYS.between(from, to);
    return unit(period, days, ChronoUnit.HOURS.between(from, to)) + (past ? " ago" : " from now");
  }

  private static String unit(Period period, long days, long hours) {
    if (period.getYears() > 0) {
      return plural(period.getYears(), "year");
    }
    if (period.getMonths() > 0) {
      return plural(period.getMonths(), "month");
    }
    if (days >= 7) {
      return plural(days / 7, "week");
    }
    return days > 0 ? plural(days, "day") : plural(Math.max(1, hours), "hour");
  }

  private static String plural(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
