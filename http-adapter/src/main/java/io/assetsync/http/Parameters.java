package io.assetsync.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.RunId;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** Reads the parameters of requests. */
final class Parameters {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern RUN_ID = Pattern.compile("0*[1-9]\\d{0,17}");

  private static final Pattern KEY = Pattern.compile("-?\\d{1,18}");

  private static final int MAX_TEXT = 200;

  /** Later years are written with a sign, and the database ends somewhere among them. */
  private static final int MAX_YEAR = 9999;

  private Parameters() {}

  /**
   * Returns a whole number from the query.
   *
   * @throws Problem if it is given more than once or is not from {@code min} to {@code max}
   */
  static int number(Request request, String name, int min, int max, int fallback) {
    List<String> values = values(request.queryString(), name);
    if (values.isEmpty()) {
      return fallback;
    }
    boolean wellFormed = values.size() == 1 && NUMBER.matcher(values.get(0)).matches();
    int value = wellFormed ? Integer.parseInt(values.get(0)) : -1;
    if (!wellFormed || value < min || value > max) {
      throw new Problem(
          ProblemType.BAD_REQUEST,
          "the parameter %s must be one whole number from %d to %d".formatted(name, min, max));
    }
    return value;
  }

  /**
   * Returns a word from the query.
   *
   * @param words what the parameter may say; the first is meant where it is not given
   * @throws Problem if it is given more than once or says something else
   */
  static String word(Request request, String name, List<String> words) {
    List<String> values = values(request.queryString(), name);
    if (values.isEmpty()) {
      return words.get(0);
    }
    if (values.size() > 1 || !words.contains(values.get(0))) {
      throw new Problem(
          ProblemType.BAD_REQUEST,
          "the parameter %s must be one of %s, given once"
              .formatted(name, String.join(", ", words)));
    }
    return values.get(0);
  }

  /**
   * Returns a text from the query, decoded; empty if it is not given or has no characters.
   *
   * @throws Problem if it is given more than once, too long or not encoded as it should be
   */
  static Optional<String> text(Request request, String name) {
    List<String> values = values(request.queryString(), name);
    if (values.size() > 1) {
      throw new Problem(
          ProblemType.BAD_REQUEST, "the parameter %s must be given once".formatted(name));
    }
    String text = values.isEmpty() ? "" : decoded(name, values.get(0));
    if (text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
      throw new Problem(
          ProblemType.BAD_REQUEST,
          "the parameter %s must be a text of up to %d characters".formatted(name, MAX_TEXT));
    }
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  /**
   * Returns the run that the query names, if it does.
   *
   * @throws Problem if it names something else
   */
  static Optional<RunId> runId(Request request, String name) {
    return text(request, name).map(Parameters::runId);
  }

  /**
   * Returns the run that the path names.
   *
   * @throws Problem if the path holds something else
   */
  static RunId runId(Request request) {
    return runId(request.params(":id"));
  }

  private static RunId runId(String text) {
    if (!RUN_ID.matcher(text).matches()) {
      throw new Problem(
          ProblemType.BAD_REQUEST,
          "the run's id must be a whole number from 1, of up to 18 digits");
    }
    return new RunId(Long.parseLong(text));
  }

  /**
   * Returns the key of a row that the path names.
   *
   * @throws Problem if the path holds something else
   */
  static EntityKey key(Request request) {
    return key("the id", request.params(":id"));
  }

  /**
   * Returns the key of a row that the query names, if it does.
   *
   * @throws Problem if it names something else
   */
  static Optional<EntityKey> key(Request request, String name) {
    return text(request, name).map(value -> key("the parameter " + name, value));
  }

  private static EntityKey key(String what, String text) {
    if (!KEY.matcher(text).matches()) {
      throw new Problem(
          ProblemType.BAD_REQUEST, what + " must be a whole number of up to 18 digits");
    }
    return new EntityKey(Long.parseLong(text));
  }

  /**
   * Returns a time from the query; empty if it is not given.
   *
   * @throws Problem if it has no offset, or is none
   */
  static Optional<Instant> instant(Request request, String name) {
    return text(request, name).map(value -> instant(name, value));
  }

  private static Instant instant(String name, String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 0 && time.getYear() <= MAX_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      // No time, which the answer below says as well.
    }
    throw new Problem(
        ProblemType.BAD_REQUEST,
        "the parameter %s must be a time with an offset, such as 2025-01-31T12:00:00Z; write %%2B for +"
            .formatted(name));
  }

  private static String decoded(String name, String value) {
    try {
      byte[] bytes = URLDecoder.decode(value, ISO_8859_1).getBytes(ISO_8859_1);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new Problem(
          ProblemType.BAD_REQUEST,
          "the parameter %s is not encoded in percent and UTF-8".formatted(name));
    }
  }

  /**
   * Takes the query as it came: words and numbers need no decoding, and other names are not ours.
   */
  private static List<String> values(@Nullable String query, String name) {
    if (query == null) {
      return List.of();
    }
    String start = name + "=";
    return Arrays.stream(query.split("&", -1))
        .filter(part -> part.startsWith(start) || part.equals(name))
        .map(part -> part.equals(name) ? "" : part.substring(start.length()))
        .toList();
  }
}
