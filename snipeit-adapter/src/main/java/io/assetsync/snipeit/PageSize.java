package io.assetsync.snipeit;

/**
 * How many rows to ask for: halved when the server fails on a page, doubled again when it copes.
 */
final class PageSize {

  /** One row of overlap and one new row. */
  private static final int MIN = 2;

  private static final int GOOD_PAGES_TO_GROW = 4;

  private final int max;
  private int rows;
  private int goodPages;

  PageSize(int max) {
    this.max = max;
    this.rows = max;
  }

  int rows() {
    return rows;
  }

  boolean canShrink() {
    return rows > MIN;
  }

  void shrink() {
    rows = Math.max(MIN, rows / 2);
    goodPages = 0;
  }

  void succeeded() {
    goodPages++;
    if (rows < max && goodPages == GOOD_PAGES_TO_GROW) {
      rows = Math.min(max, rows * 2);
      goodPages = 0;
    }
  }
}
