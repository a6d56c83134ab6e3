package io.assetsync.snipeit.standin;

import org.jspecify.annotations.Nullable;

/** Which part of a listing a request asks for, by Snipe-IT's own reading of its parameters. */
record PageBounds(int offset, int limit) {

  /**
   * Reads {@code limit} and {@code offset}. An unusable limit, 0, or one above the cap is the cap;
   * a negative one loses its sign and escapes the cap. A text as offset compares greater than the
   * total, which gives no rows.
   */
  static PageBounds of(Kind kind, Query query, int total, int maxResults) {
    if (!kind.paged()) {
      return new PageBounds(0, total);
    }
    int offset = offset(query, total);
    return new PageBounds(
        kind.unsignedOffset() ? Math.abs(offset) : Math.max(0, offset), limit(query, maxResults));
  }

  private static int limit(Query query, int maxResults) {
    if (query.lists().containsKey("limit")) {
      return 1;
    }
    int limit = integer(query.values().get("limit"));
    return limit == 0 || limit > maxResults ? maxResults : Math.abs(limit);
  }

  private static int offset(Query query, int total) {
    String offset = query.values().get("offset");
    if (query.lists().containsKey("offset")
        || (offset != null && PhpValue.greater(offset, total))) {
      return total;
    }
    return integer(offset);
  }

  private static int integer(@Nullable String text) {
    return text == null ? 0 : PhpValue.integer(text);
  }
}
