package io.assetsync.scheduler;

import java.text.ParseException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * A cron expression, of wall times. Quartz computes them in UTC, which has no clock changes. Usable
 * from any thread.
 */
final class Cron implements WallTimes {

  private static final int UNIX_FIELDS = 5;
  private static final int MAX_QUARTZ_FIELDS = 7;
  private static final int DAY_OF_MONTH = 3;
  private static final int DAY_OF_WEEK = 5;

  private final String text;
  private final List<CronExpression> expressions;

  private Cron(String text, List<CronExpression> expressions) {
    this.text = text;
    this.expressions = expressions;
  }

  /**
   * @throws IllegalArgumentException with what is wrong and what is expected
   */
  static Cron parse(String expression) {
    String text = expression.strip().replaceAll("\\s+", " ");
    List<String> fields = text.isEmpty() ? List.of() : List.of(text.split(" "));
    if (fields.size() < UNIX_FIELDS || fields.size() > MAX_QUARTZ_FIELDS) {
      throw new IllegalArgumentException(
          ("\"%s\" has %d fields; expected five (minute, hour, day of the month, month, day of the"
                  + " week) as in 0 2 * * *, or Quartz' six or seven, which begin with the second")
              .formatted(text, fields.size()));
    }
    Cron cron = new Cron(text, expressions(text, fields));
    // What the system's clock shows is good enough to tell a time that never comes.
    if (cron.next(LocalDateTime.now(ZoneOffset.UTC)).isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" never comes; look at its day, month and year".formatted(text));
    }
    return cron;
  }

  @Override
  public Optional<LocalDateTime> next(LocalDateTime after) {
    Date start = Date.from(after.toInstant(ZoneOffset.UTC));
    return expressions.stream()
        .map(expression -> Optional.ofNullable(expression.getNextValidTimeAfter(start)))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
  }

  private static List<CronExpression> expressions(String text, List<String> fields) {
    try {
      Stream<List<String>> quartz =
          fields.size() == UNIX_FIELDS ? fromUnix(fields) : Stream.of(withOneDay(fields));
      List<CronExpression> expressions = new ArrayList<>();
      for (List<String> each : quartz.toList()) {
        CronExpression expression = new CronExpression(String.join(" ", each));
        expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        expressions.add(expression);
      }
      return List.copyOf(expressions);
    } catch (ParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("\"%s\" is wrong: %s".formatted(text, e.getMessage()), e);
    }
  }

  /** Unix means either day where both are limited, which takes two expressions of Quartz. */
  private static Stream<List<String>> fromUnix(List<String> fields) {
    List<String> quartz = new ArrayList<>(List.of("0"));
    for (CronField field : CronField.IN_ORDER) {
      quartz.add(field.toQuartz(fields.get(quartz.size() - 1)));
    }
    if (quartz.get(DAY_OF_WEEK).equals("*")) {
      return Stream.of(with(quartz, DAY_OF_WEEK, "?"));
    }
    if (quartz.get(DAY_OF_MONTH).equals("*")) {
      return Stream.of(with(quartz, DAY_OF_MONTH, "?"));
    }
    if (fields.get(DAY_OF_MONTH - 1).startsWith("*")
        || fields.get(DAY_OF_WEEK - 1).startsWith("*")) {
      throw new IllegalArgumentException(
          "its two days: where both are limited, neither may begin with *; write a list or a range");
    }
    return Stream.of(with(quartz, DAY_OF_WEEK, "?"), with(quartz, DAY_OF_MONTH, "?"));
  }

  /** Quartz wants ? for one of the days, which others write as *. */
  private static List<String> withOneDay(List<String> fields) {
    if (fields.contains("?")) {
      return fields;
    }
    int any = fields.get(DAY_OF_WEEK).equals("*") ? DAY_OF_WEEK : DAY_OF_MONTH;
    return fields.get(any).equals("*") ? with(fields, any, "?") : fields;
  }

  private static List<String> with(List<String> fields, int index, String text) {
    List<String> changed = new ArrayList<>(fields);
    changed.set(index, text);
    return changed;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cron cron && text.equals(cron.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
