package io.assetsync.snipeit.standin;

/** How Snipe-IT reads {@code limit} and {@code offset} for a kind. */
enum Paging {
  /** The limit is capped, a negative offset is 0. */
  CAPPED,
  /** As {@link #CAPPED}, but a negative offset loses its sign. */
  UNSIGNED,
  /** As {@link #CAPPED}, but an offset at or behind the end starts again at 0. */
  WRAPPING,
  /** 50 rows unless the request says otherwise, without a cap; a limit that is no number is 0. */
  UNCAPPED,
  /** Both are ignored: one answer holds everything. */
  WHOLE
}
