package io.assetsync.scheduler;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field of a Unix cron expression: what it may hold, and how to read it. */
record CronField(String title, int min, int max, List<String> names) {

  private static final CronField DAY_OF_MONTH = new CronField("day of the month", 1, 31, List.of());

  /** Sunday is 0, and 7 as well. */
  private static final CronField DAY_OF_WEEK =
      new CronField(
          "day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  /** The fields of an expression. */
  static final List<CronField> IN_ORDER =
      List.of(
          new CronField("minute", 0, 59, List.of()),
          new CronField("hour", 0, 23, List.of()),
          DAY_OF_MONTH,
          new CronField(
              "month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          DAY_OF_WEEK);

  private static final Pattern PART = Pattern.compile("(?:\\*|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");

  /** Returns the field as Quartz writes it, with every value by its number. */
  String toQuartz(String text) {
    if (text.equals("*") || (text.equals("?") && isDay())) {
      return "*";
    }
    SortedSet<Integer> values = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      addPart(part, text, values);
    }
    return values.stream().map(String::valueOf).collect(joining(","));
  }

  private void addPart(String part, String text, SortedSet<Integer> values) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      throw wrong(text);
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    String step = matcher.group(3);
    int from = first == null ? min : value(first, text);
    int until = lastValue(first, last, step, from, text);
    int by = step == null ? 1 : Integer.parseInt(step);
    if (until < from || by == 0) {
      throw wrong(text);
    }
    for (int value = from; value <= until; value += by) {
      values.add(isDayOfWeek() ? value % 7 + 1 : value);
    }
  }

  private int lastValue(String first, String last, String step, int from, String text) {
    if (last != null) {
      return value(last, text);
    }
    boolean isSingle = first != null && step == null;
    return isSingle ? from : isDayOfWeek() ? 6 : max;
  }

  private int value(String word, String text) {
    int named = names.indexOf(word.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + min;
    }
    if (!word.matches("\\d{1,2}")) {
      throw wrong(text);
    }
    int number = Integer.parseInt(word);
    if (number < min || number > max) {
      throw wrong(text);
    }
    return number;
  }

  private boolean isDay() {
    return equals(DAY_OF_MONTH) || isDayOfWeek();
  }

  private boolean isDayOfWeek() {
    return equals(DAY_OF_WEEK);
  }

  private IllegalArgumentException wrong(String text) {
    String words =
        names.isEmpty() ? "" : " or " + names.get(0) + " to " + names.get(names.size() - 1);
    return new IllegalArgumentException(
        "the field \"%s\" for the %s; expected *, numbers from %d to %d%s, ranges such as %d-%d, steps such as */5, or a list of these"
            .formatted(text, title, min, max, words, min + 1, min + 3));
  }
}
