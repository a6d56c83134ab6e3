package io.assetsync.app;

import static java.util.stream.Collectors.joining;

import ch.qos.logback.classic.Level;
import io.assetsync.app.logging.LogFormat;
import io.assetsync.core.model.EntityType;
import io.assetsync.snipeit.SnipeItConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads values. Each method throws {@link IllegalArgumentException} with what is wrong and what is
 * expected.
 */
final class Parse {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?([KMG]B)");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);
  private static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");

  private Parse() {}

  static int number(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw wrong(text, "a whole number");
    }
    return Integer.parseInt(text);
  }

  static OptionalLong numberOrOff(String text) {
    return text.equals("off") ? OptionalLong.empty() : OptionalLong.of(number(text));
  }

  static Optional<Duration> daysOrOff(String text) {
    return numberOrOff(text).stream().mapToObj(Duration::ofDays).findAny();
  }

  /** Reads a share from 0 to 1, also as a percentage. */
  static double share(String text) {
    Matcher percentage = Pattern.compile("(\\d+(?:\\.\\d+)?) ?%").matcher(text);
    boolean percent = percentage.matches();
    if (!percent && !text.matches("\\d+(\\.\\d+)?")) {
      throw wrong(text, "a share such as 0.01 or 1 %");
    }
    double share =
        percent ? Double.parseDouble(percentage.group(1)) / 100 : Double.parseDouble(text);
    if (share > 1) {
      throw wrong(text, "a share from 0 to 1, or 0 % to 100 %");
    }
    return share;
  }

  static Duration duration(String text) {
    Matcher duration = DURATION.matcher(text);
    if (!duration.matches()) {
      return isoDuration(text);
    }
    long amount = Long.parseLong(duration.group(1));
    return switch (duration.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private static Duration isoDuration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong(text, "a number with a unit, such as 500ms, 30s, 5m or 1h; or PT5M");
    }
  }

  static ZoneId zone(String text) {
    try {
      return text.equals("system") ? ZoneId.systemDefault() : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw wrong(text, "the name of a time zone, such as Europe/Berlin or UTC");
    }
  }

  static List<LocalTime> times(String text) {
    return list(text).stream().map(Parse::time).toList();
  }

  private static LocalTime time(String text) {
    if (!TIME.matcher(text).matches()) {
      throw wrong(text, "times of day from 00:00 to 23:59, such as 08:00, 16:30");
    }
    try {
      return LocalTime.parse(text, TIME_OF_DAY);
    } catch (DateTimeParseException e) {
      throw wrong(text, "times of day from 00:00 to 23:59, such as 08:00, 16:30");
    }
  }

  static Set<EntityType> kinds(String text) {
    if (text.equals("all")) {
      return Set.copyOf(SnipeItConfig.readableTypes());
    }
    return list(text).stream().map(Parse::kind).collect(Collectors.toUnmodifiableSet());
  }

  private static EntityType kind(String text) {
    return SnipeItConfig.readableTypes().stream()
        .filter(type -> type.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    text,
                    "all or a list of "
                        + SnipeItConfig.readableTypes().stream()
                            .map(EntityType::name)
                            .collect(joining(", "))));
  }

  /** Reads words separated by commas or spaces. */
  static List<String> list(String text) {
    return Arrays.stream(text.split("[,;]|\\s+")).filter(part -> !part.isEmpty()).toList();
  }

  /** Reads a URL without ever showing it, since it may hold a password. */
  static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "this is not a URL; expected one such as https://assets.example.org", e);
    }
  }

  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw wrong(text, "a path of this system");
    }
  }

  /** Reads the path of a file that can be read. */
  static Path file(Path directory, String text) {
    Path path = directory.resolve(path(text));
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw wrong(text, "a file that exists and that this user may read");
    }
    return path;
  }

  /** Reads a size as the number of bytes. */
  static long bytes(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw wrong(text, "a number with a unit, such as 512KB, 10MB or 1GB");
    }
    long number = Long.parseLong(size.group(1));
    return switch (size.group(2)) {
      case "KB" -> number << 10;
      case "MB" -> number << 20;
      default -> number << 30;
    };
  }

  static LogFormat logFormat(String text) {
    return Stream.of(LogFormat.values())
        .filter(format -> format.code().equals(text))
        .findFirst()
        .orElseThrow(() -> wrong(text, "text or json"));
  }

  static Level level(String text) {
    String level = text.toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw wrong(text, "one of " + String.join(", ", LEVELS));
    }
    return Level.toLevel(level);
  }

  private static IllegalArgumentException wrong(String text, String expected) {
    return new IllegalArgumentException("\"" + text + "\" is wrong here; expected " + expected);
  }
}
