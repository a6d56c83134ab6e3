package io.assetsync.http;

import io.assetsync.core.model.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** Reads the parameters of requests. */
final class Parameters {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern RUN_ID = Pattern.compile("0*[1-9]\\d{0,17}");

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
   * Returns the run that the path names.
   *
   * @throws Problem if the path holds something else
   */
  static RunId runId(Request request) {
    String text = request.params(":id");
    if (!RUN_ID.matcher(text).matches()) {
      throw new Problem(
          ProblemType.BAD_REQUEST,
          "the run's id must be a whole number from 1, of up to 18 digits");
    }
    return new RunId(Long.parseLong(text));
  }

  /** Takes the query as it came: our values need no decoding, and other names are not ours. */
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
