package io.assetsync.snipeit.standin;

import org.jspecify.annotations.Nullable;

/**
 * Which requests something waits for.
 *
 * @param path under {@code /api/v1}; null for any; a star at the end stands for anything
 * @param parameters those that must be there; others may be
 * @param first the turn of the first request that is hit, counted among those that fit
 * @param times how many are hit from then on
 */
record Scope(@Nullable String path, Query parameters, int first, int times) {

  static final Scope NEXT_REQUEST = new Scope(null, Query.NONE, 1, 1);

  Scope onPath(String pathAndQuery) {
    int mark = pathAndQuery.indexOf('?');
    return mark < 0
        ? new Scope(pathAndQuery, Query.NONE, first, times)
        : new Scope(
            pathAndQuery.substring(0, mark),
            Query.parse(pathAndQuery.substring(mark + 1)),
            first,
            times);
  }

  Scope onRequest(int n) {
    return new Scope(path, parameters, positive(n, "request"), times);
  }

  Scope times(int number) {
    return new Scope(path, parameters, first, positive(number, "number of times"));
  }

  boolean fits(Request request) {
    return (path == null || fitsPath(path, request.name()))
        && parameters.values().entrySet().stream()
            .allMatch(wanted -> request.query().is(wanted.getKey(), wanted.getValue()));
  }

  /** Whether the n-th request that fits is hit. */
  boolean hits(int n) {
    return n >= first && n - first < times;
  }

  private static boolean fitsPath(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  private static int positive(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException("The " + what + " counts from 1, not " + number);
    }
    return number;
  }
}
