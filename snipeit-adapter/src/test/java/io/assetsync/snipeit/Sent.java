package io.assetsync.snipeit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Stored values in the forms in which Snipe-IT sends them, as JSON. Where a version or a site may
 * choose among several forms, the random generator does.
 */
final class Sent {

  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final RandomGenerator random;

  Sent(RandomGenerator random) {
    this.random = random;
  }

  /** Returns what Laravel's {@code e()} makes of a text: each character on its own. */
  static String escaped(String stored) {
    StringBuilder html = new StringBuilder();
    for (char c : stored.toCharArray()) {
      html.append(
          switch (c) {
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#039;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.valueOf(c);
          });
    }
    return html.toString();
  }

  /** Returns the HTML of notes without any Markdown, in which apostrophes stay. */
  static String notes(String stored) {
    return escaped(stored).replace("&#039;", "'");
  }

  /** Returns a JSON string, with the escapes that PHP writes or with fewer. */
  String quoted(String text) {
    boolean asPhpDoes = random.nextBoolean();
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean isOdd = c < ' ' || Character.isSurrogate(c) || (asPhpDoes && c > '~');
      if (isOdd) {
        json.append(String.format("\\u%04x", (int) c));
      } else if (c == '"' || c == '\\' || (asPhpDoes && c == '/')) {
        json.append('\\').append(c);
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** Returns an escaped text; no text is null or empty. */
  String text(@Nullable String stored) {
    return stored == null ? oneOf("null", "\"\"") : quoted(escaped(stored));
  }

  /** Returns an amount with the separators of either kind of site. */
  String money(BigDecimal amount) {
    boolean pointIsDecimal = random.nextBoolean();
    BigInteger cents = amount.movePointRight(2).toBigIntegerExact();
    String digits = String.format("%03d", cents.abs());
    StringBuilder text = new StringBuilder(digits.substring(0, digits.length() - 2));
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, pointIsDecimal ? ',' : '.');
    }
    text.append(pointIsDecimal ? '.' : ',').append(digits.substring(digits.length() - 2));
    return "\"" + (cents.signum() < 0 ? "-" : "") + text + "\"";
  }

  String months(int months) {
    return quoted(months + oneOf(" months", " Monate", " mois", " \u043c\u0435\u0441", ""));
  }

  String bool(boolean value) {
    return value ? oneOf("true", "1", "\"1\"") : oneOf("false", "0", "\"0\"");
  }

  /** Returns a counter, which departments send as a text. */
  String integer(int value) {
    return oneOf(String.valueOf(value), "\"" + value + "\"");
  }

  String date(LocalDate day, String format) {
    String shown = quoted(PhpDates.show(format, day));
    return oneOf(object("\"date\":\"" + day + "\"", "\"formatted\":" + shown), "\"" + day + "\"");
  }

  String dateTime(LocalDateTime time, String format) {
    String sent = "\"" + DATE_TIME.format(time) + "\"";
    String shown = quoted(PhpDates.show(format, time.toLocalDate()) + " 11:46AM");
    return oneOf(object("\"datetime\":" + sent, "\"formatted\":" + shown), sent);
  }

  /** Returns another row as an object that has an id, a name and some more. */
  String reference(long id) {
    return object(
        "\"id\":" + id,
        "\"name\":" + quoted("id & <" + id + ">"),
        "\"parent\":{\"id\":" + (id + 1) + ",\"name\":null}",
        "\"tags\":[{\"id\":0},[],\"id\"]");
  }

  /** Returns rows as they are listed within another row. */
  String rows(List<String> rows) {
    return object(
        "\"total\":" + rows.size(), "\"rows\":[" + String.join(",", rows) + "]", "\"more\":[1]");
  }

  /** Returns an object whose members come in any order. */
  String object(String... members) {
    List<String> rest = new ArrayList<>(List.of(members));
    List<String> shuffled = new ArrayList<>();
    while (!rest.isEmpty()) {
      shuffled.add(rest.remove(random.nextInt(rest.size())));
    }
    return "{" + String.join(",", shuffled) + "}";
  }

  private String oneOf(String... forms) {
    return forms[random.nextInt(forms.length)];
  }
}
