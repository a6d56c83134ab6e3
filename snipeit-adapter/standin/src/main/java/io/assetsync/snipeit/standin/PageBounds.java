package io.assetsync.snipeit.standin;

import org.jspecify.annotations.Nullable;

/** Which part of a listing a request asks for, by Snipe-IT's own reading of its parameters. */
record PageBounds(int offset, int limit) {

  private static final int UNCAPPED_DEFAULT = 50;

  /**
   * Reads {@code limit} and {@code offset}. An unusable limit, 0, or one above the cap is the cap;
   * a negative one loses its sign and escapes the cap. A text as offset compares greater than the
   * total, which gives no rows.
   */
  static PageBounds of(Paging paging, Query query, int total, int maxResults) {
    int offset = offset(query, total);
    int limit = limit(query, maxResults);
    return switch (paging) {
      case CAPPED -> new PageBounds(Math.max(0, offset), limit);
      case UNSIGNED -> new PageBounds(Math.abs(offset), limit);
      case WRAPPING -> new PageBounds(offset >= total ? 0 : Math.max(0, offset), limit);
      case UNCAPPED -> uncapped(query);
      case WHOLE -> new PageBounds(0, total);
    };
  }

  private static PageBounds uncapped(Query query) {
    String limit = query.filled("limit");
    int offset = Math.max(0, integer(query.values().get("offset")));
    if (limit == null) {
      return new PageBounds(offset, UNCAPPED_DEFAULT);
    }
    int asked = PhpValue.integer(limit);
    return new PageBounds(offset, asked < 0 ? Integer.MAX_VALUE : asked);
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
